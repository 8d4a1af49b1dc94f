/*
 * How long one look-up takes in 30, 1,000 and 100,000 prefixes, against other libraries in the same run, and what a prefix costs to build
 * and to keep. The figures depend on the machine; the ratios much less. Run it with `npm run bench`.
 */
import { Address4, Address6 } from "ip-address";
import ipaddr from "ipaddr.js";
import type { Address } from "../src/core/network/address.ts";
import type { Cidr } from "../src/core/network/cidr.ts";
import { formatCidr } from "../src/core/network/cidr.ts";
import { buildPrefixTable } from "../src/core/network/prefix-table.ts";
import type { Timed } from "./support/measure-in-turns.ts";
import { measureInTurns } from "./support/measure-in-turns.ts";
import { measureMemory } from "./support/measure-memory.ts";
import type { Contender } from "./support/prefix-contenders.ts";
import {
  blockListContenders,
  ipAddressContender,
  ipaddrContender,
  kindOf,
  ourContenders,
  ourIpv4Contender,
} from "./support/prefix-contenders.ts";
import { randomAddresses, randomCidrs } from "./support/random-network.ts";

const sizes = [30, 1_000, 100_000];
/** Many different ones, and few enough that the prepared addresses of every library stay in the processor's cache. */
const queryCount = 1024;

type Result = Contender & Timed;

/** Two contenders that are asked the same and say other things would make the comparison worthless. */
function requireSameHits(contenders: readonly Contender[]): void {
  const hits = contenders.map(({ run }) => run());
  if (new Set(hits).size > 1) throw new Error(`the contenders found ${hits.join(", ")} of the same addresses`);
}

/** Prints one table and gives back what our fastest longest match took. */
async function compare(title: string, cidrs: readonly Cidr[], queries: readonly Address[]): Promise<number> {
  const fewQueries = queries.slice(0, Math.min(queryCount, Math.max(16, Math.floor(100_000 / cidrs.length))));
  const isIpv4 = queries.every(({ family }) => family === 4);
  const ours = [...(isIpv4 ? [ourIpv4Contender(cidrs, queries)] : []), ...ourContenders(cidrs, queries)];
  const native = blockListContenders(cidrs, queries);
  const scanners = [ipaddrContender(cidrs, fewQueries), ipAddressContender(cidrs, fewQueries)];
  requireSameHits([...ours, ...native]);
  requireSameHits(scanners);
  const contenders = [...ours, ...native, ...scanners];
  const times = await measureInTurns(contenders);
  const results = contenders.flatMap((contender) => {
    const time = times.get(contender.name);
    return time ? [{ ...contender, ...time }] : [];
  });
  console.log(`${title}: the best round, and the slowest`);
  for (const result of results) console.log(`  ${formatResult(result)}`);
  for (const result of results)
    if (result.name.includes("longestMatch")) console.log(`  ${formatRatios(result, results)}`);
  console.log("");
  return Math.min(...results.filter(({ side }) => side === "ours").map(({ best }) => best));
}

function formatResult({ name, best, worst }: Result): string {
  return `${name.padEnd(36)}${formatTime(best)} ${formatTime(worst)}`;
}

function formatTime(nanoseconds: number): string {
  return `${nanoseconds.toFixed(nanoseconds < 100 ? 1 : 0).padStart(12)} ns`;
}

/** Text is compared with text; a number with what the others prepare, since they take none. */
function formatRatios(ours: Result, results: readonly Result[]): string {
  const given = ours.given === "text" ? "text" : "address";
  const ratio = (side: Contender["side"]): string => {
    const peers = results.filter((peer) => peer.side === side && peer.given === given).map(({ best }) => best);
    return `${(Math.min(...peers) / ours.best).toFixed(1)}×`;
  };
  const namers = given === "text" ? "" : `${ratio("scanner")} as fast as the fastest that can name the prefix, `;
  return `${ours.name}: ${namers}${ratio("native")} as fast as net.BlockList, which only says yes or no`;
}

/** Without net.BlockList: native code holds its subnets, and by how much the process grows says more of what was freed before. */
function compareCosts(size: number): void {
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
  console.log(
    `What a prefix costs, with ${size.toLocaleString("en")} of them: memory, and time to build (of others, to parse)`,
  );
  for (const [name, build] of Object.entries(builds)) {
    const bytes = `${(measureMemory(build) / size).toFixed(0).padStart(12)} bytes`;
    console.log(`  ${name.padEnd(36)}${bytes}${formatTime(bestTime(build) / size)}`);
  }
}

/** Nanoseconds that the quickest of several builds took. */
function bestTime(build: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const begin = process.hrtime.bigint();
    build();
    return Number(process.hrtime.bigint() - begin);
  });
  return Math.min(...times);
}

const cost = { both: [] as number[], ipv4: [] as number[] };
for (const size of sizes) {
  const cidrs = randomCidrs(size);
  const queries = randomAddresses(2 * queryCount, cidrs);
  const prefixes = `${size.toLocaleString("en")} prefixes, half IPv4 and half IPv6`;
  const ofFamily = (wanted: Address["family"]): Address[] => queries.filter(({ family }) => family === wanted);
  cost.both.push(await compare(`${prefixes}; addresses of both`, cidrs, queries.slice(0, queryCount)));
  cost.ipv4.push(await compare(`${prefixes}; IPv4 addresses alone`, cidrs, ofFamily(4)));
  await compare(`${prefixes}; IPv6 addresses alone`, cidrs, ofFamily(6));
}
const growth = ([, some = 1, many = 0]: readonly number[]): string => `${(many / some).toFixed(2)}×`;
console.log(`From 1,000 to 100,000 prefixes longestMatch takes ${growth(cost.both)} as long,`);
console.log(`and longestMatchIpv4 ${growth(cost.ipv4)}.\n`);
for (const size of sizes.slice(1)) compareCosts(size);
