/*
 * How long one look-up takes in 30, 1,000 and 100,000 prefixes, against other libraries in the same run, and how much memory a prefix
 * costs. The figures depend on the machine; the ratios much less. Run it with `npm run bench`.
 */
import { BlockList, SocketAddress } from "node:net";
import { Address4, Address6 } from "ip-address";
import ipaddr from "ipaddr.js";
import { Bench } from "tinybench";
import type { Address } from "../src/core/network/address.ts";
import { formatAddress, parseAddress } from "../src/core/network/address.ts";
import type { Cidr } from "../src/core/network/cidr.ts";
import { formatCidr } from "../src/core/network/cidr.ts";
import { buildPrefixTable } from "../src/core/network/prefix-table.ts";
import { measureMemory } from "./support/measure-memory.ts";
import { randomAddresses, randomCidrs } from "./support/random-network.ts";

/**
 * One way to look addresses up. `run` takes the same queries every time and counts the hits, so that no look-up can be optimised away;
 * it has a loop of its own, so that the engine can inline the look-up in each.
 */
type Contender = { readonly name: string; readonly queries: number; readonly run: () => number };

const sizes = [30, 1_000, 100_000];
/** Many different ones, and few enough that the prepared addresses of every library stay in the processor's cache. */
const queryCount = 1024;

const ourLongestMatch = "explain-ip longestMatch";
const ourLongestMatchIpv4 = "explain-ip longestMatchIpv4";

const kindOf = (address: Address): "ipv4" | "ipv6" => (address.family === 4 ? "ipv4" : "ipv6");
const longestFirst = (cidrs: readonly Cidr[]): Cidr[] => [...cidrs].sort((a, b) => b.prefixLength - a.prefixLength);

function ourContenders(cidrs: readonly Cidr[], queries: readonly Address[]): Contender[] {
  const table = buildPrefixTable(cidrs.map((cidr, value) => ({ cidr, value })));
  const texts = queries.map(formatAddress);
  function longest(): number {
    let hits = 0;
    for (const query of queries) if (table.longestMatch(query)) hits++;
    return hits;
  }
  function all(): number {
    let hits = 0;
    for (const query of queries) hits += table.allMatches(query).length;
    return hits;
  }
  function fromText(): number {
    let hits = 0;
    for (const text of texts) {
      const address = parseAddress(text);
      if (address && table.longestMatch(address)) hits++;
    }
    return hits;
  }
  return [
    { name: ourLongestMatch, queries: queries.length, run: longest },
    { name: "explain-ip allMatches", queries: queries.length, run: all },
    { name: "explain-ip longestMatch from text", queries: queries.length, run: fromText },
  ];
}

/** Our look-up of IPv4 addresses that are numbers already, as a program has them that reads packets, binary logs or databases. */
function ourIpv4Contender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
  const table = buildPrefixTable(cidrs.map((cidr, value) => ({ cidr, value })));
  const numbers = Uint32Array.from(queries, ({ value }) => Number(value));
  function run(): number {
    let hits = 0;
    for (let i = 0; i < numbers.length; i++) if (table.longestMatchIpv4(numbers[i] ?? 0)) hits++;
    return hits;
  }
  return { name: ourLongestMatchIpv4, queries: queries.length, run };
}

/** Says whether any prefix holds the address, not which. */
function blockListContenders(cidrs: readonly Cidr[], queries: readonly Address[]): Contender[] {
  const list = new BlockList();
  for (const { address, prefixLength } of cidrs) list.addSubnet(formatAddress(address), prefixLength, kindOf(address));
  const texts = queries.map((query) => [formatAddress(query), kindOf(query)] as const);
  const parsed = texts.map(([address, family]) => new SocketAddress({ address, family }));
  function check(): number {
    let hits = 0;
    for (const address of parsed) if (list.check(address)) hits++;
    return hits;
  }
  function fromText(): number {
    let hits = 0;
    for (const [text, kind] of texts) if (list.check(text, kind)) hits++;
    return hits;
  }
  return [
    { name: "net.BlockList check", queries: queries.length, run: check },
    { name: "net.BlockList check from text", queries: queries.length, run: fromText },
  ];
}

/** The first match in the order of the list; with the list sorted by length that is the longest match. */
function ipaddrContender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
  const ranges = { found: longestFirst(cidrs).map((cidr) => ipaddr.parseCIDR(formatCidr(cidr))) };
  const parsed = queries.map((query) => ipaddr.parse(formatAddress(query)));
  function run(): number {
    let hits = 0;
    for (const address of parsed) if (ipaddr.subnetMatch(address, ranges, "none") === "found") hits++;
    return hits;
  }
  return { name: "ipaddr.js subnetMatch", queries: queries.length, run };
}

/** It has no look-up over many prefixes: each is asked in turn, longest first. */
function ipAddressContender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
  const sorted = longestFirst(cidrs);
  const v4 = sorted.filter(({ address }) => address.family === 4).map((cidr) => new Address4(formatCidr(cidr)));
  const v6 = sorted.filter(({ address }) => address.family === 6).map((cidr) => new Address6(formatCidr(cidr)));
  const parsed = queries.map((query) =>
    query.family === 4 ? new Address4(formatAddress(query)) : new Address6(formatAddress(query)),
  );
  function run(): number {
    let hits = 0;
    for (const address of parsed) {
      const found =
        address instanceof Address4
          ? v4.find((each) => address.isInSubnet(each))
          : v6.find((each) => address.isInSubnet(each));
      if (found) hits++;
    }
    return hits;
  }
  return { name: "ip-address isInSubnet", queries: queries.length, run };
}

type Measured = { readonly name: string; readonly nanoseconds: number };

/** Everything that was ever found, printed at the end: the engine cannot leave out work whose result is used. */
let found = 0;

/** The median time of a look-up; each sample takes the same queries, so the clock does not count and samples can be compared. */
async function measure(contenders: readonly Contender[]): Promise<readonly Measured[]> {
  const bench = new Bench({ time: 500, warmupTime: 300, iterations: 8, warmupIterations: 3 });
  for (const { name, run } of contenders) {
    bench.add(name, () => {
      found += run();
    });
  }
  await bench.run();
  return contenders.map(({ name, queries }) => {
    const result = bench.getTask(name)?.result;
    if (result?.state !== "completed") throw new Error(`${name} did not run to its end`);
    return { name, nanoseconds: (result.latency.p50 * 1e6) / queries };
  });
}

/** Two contenders that are asked the same and say other things would make the comparison worthless. */
function requireSameHits(contenders: readonly Contender[]): void {
  const hits = contenders.map(({ run }) => run());
  if (new Set(hits).size > 1) throw new Error(`the contenders found ${hits.join(", ")} of the same addresses`);
}

/** Prints one table and gives back what our fastest longest match took. */
async function compare(title: string, cidrs: readonly Cidr[], queries: readonly Address[]): Promise<number> {
  const fewQueries = queries.slice(0, Math.min(1024, Math.max(16, Math.floor(100_000 / cidrs.length))));
  const isIpv4 = queries.every(({ family }) => family === 4);
  const ours = [...(isIpv4 ? [ourIpv4Contender(cidrs, queries)] : []), ...ourContenders(cidrs, queries)];
  const native = blockListContenders(cidrs, queries);
  const scanners = [ipaddrContender(cidrs, fewQueries), ipAddressContender(cidrs, fewQueries)];
  requireSameHits([...ours.filter(({ name }) => !name.endsWith("allMatches")), ...native]);
  requireSameHits(scanners);
  const results = await measure([...ours, ...native, ...scanners]);
  console.log(title);
  for (const { name, nanoseconds } of results) console.log(`  ${name.padEnd(36)}${formatTime(nanoseconds)}`);
  for (const { name, nanoseconds } of results) {
    if (name !== ourLongestMatch && name !== ourLongestMatchIpv4) continue;
    const ratio = (group: readonly Contender[]): string => `${(fastest(results, group) / nanoseconds).toFixed(1)}×`;
    console.log(`  ${name} is ${ratio(scanners)} as fast as the fastest that can name the prefix,`);
    console.log(`  and ${ratio(native)} as fast as net.BlockList, which only says yes or no`);
  }
  console.log("");
  return fastest(results, ours);
}

function formatTime(nanoseconds: number): string {
  return `${nanoseconds.toFixed(nanoseconds < 100 ? 1 : 0).padStart(12)} ns`;
}

function fastest(results: readonly Measured[], group: readonly Contender[]): number {
  const members = results.filter(({ name }) => group.some((each) => each.name === name));
  return Math.min(...members.map(({ nanoseconds }) => nanoseconds));
}

/** Without net.BlockList: native code holds its subnets, and by how much the process grows says more of what was freed before. */
function compareMemory(size: number): void {
  const cidrs = randomCidrs(size);
  const texts = cidrs.map((cidr) => [formatCidr(cidr), kindOf(cidr.address)] as const);
  const entries = cidrs.map((cidr, value) => ({ cidr, value }));
  const builds: Readonly<Record<string, () => unknown>> = {
    "explain-ip, the table alone": () => buildPrefixTable(entries),
    "explain-ip, with the entries": () =>
      buildPrefixTable(
        cidrs.map(({ address: { family, value }, prefixLength }, i) => ({
          cidr: { address: { family, value }, prefixLength },
          value: i,
        })),
      ),
    "ipaddr.js": () => texts.map(([cidr]) => ipaddr.parseCIDR(cidr)),
    "ip-address": () => texts.map(([cidr, kind]) => (kind === "ipv4" ? new Address4(cidr) : new Address6(cidr))),
  };
  console.log(`Memory a prefix, with ${size.toLocaleString("en")} of them`);
  for (const [name, build] of Object.entries(builds)) {
    console.log(`  ${name.padEnd(36)}${(measureMemory(build) / size).toFixed(0).padStart(12)} bytes`);
  }
}

const cost = { both: [] as number[], ipv4: [] as number[] };
for (const size of sizes) {
  const cidrs = randomCidrs(size);
  const queries = randomAddresses(2 * queryCount, cidrs);
  const prefixes = `${size.toLocaleString("en")} prefixes, half IPv4 and half IPv6`;
  const ipv4 = queries.filter(({ family }) => family === 4);
  cost.both.push(await compare(`${prefixes}; addresses of both`, cidrs, queries.slice(0, queryCount)));
  cost.ipv4.push(await compare(`${prefixes}; IPv4 addresses alone`, cidrs, ipv4));
}
const growth = ([, some = 1, many = 0]: readonly number[]): string => `${(many / some).toFixed(2)}×`;
console.log(`From 1,000 to 100,000 prefixes longestMatch takes ${growth(cost.both)} as long,`);
console.log(
  `and longestMatchIpv4 ${growth(cost.ipv4)}. (${found.toLocaleString("en")} addresses were found in all.)\n`,
);
compareMemory(100_000);
