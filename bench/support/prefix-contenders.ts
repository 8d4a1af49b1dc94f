import { BlockList, SocketAddress } from "node:net";
import { Address4, Address6 } from "ip-address";
import ipaddr from "ipaddr.js";
import type { Address } from "../../src/core/network/address.ts";
import { formatAddress, parseAddress } from "../../src/core/network/address.ts";
import type { Cidr } from "../../src/core/network/cidr.ts";
import { formatCidr } from "../../src/core/network/cidr.ts";
import { buildPrefixTable } from "../../src/core/network/prefix-table.ts";

/**
 * One way to look addresses up: `run` takes the same queries every time and counts the hits, so that no look-up can be optimised away. It
 * has a loop of its own, so that the engine can inline the look-up in each.
 */
export type Contender = {
  readonly name: string;
  /** Ours; others that can name the longest prefix; and net.BlockList, which says only whether there is one. */
  readonly side: "ours" | "scanner" | "native";
  /** What a look-up is given: what the library itself makes of an address, an unsigned 32-bit number, or text, which it must read first. */
  readonly given: "address" | "number" | "text";
  readonly queries: number;
  readonly run: () => number;
};

export const kindOf = (address: Address): "ipv4" | "ipv6" => (address.family === 4 ? "ipv4" : "ipv6");
const longestFirst = (cidrs: readonly Cidr[]): Cidr[] => [...cidrs].sort((a, b) => b.prefixLength - a.prefixLength);

/** Our look-up of addresses as the rest of explain-ip holds them, and of text, which it reads before. */
export function ourContenders(cidrs: readonly Cidr[], queries: readonly Address[]): Contender[] {
  const table = buildPrefixTable(cidrs.map((cidr, value) => ({ cidr, value })));
  const texts = queries.map(formatAddress);
  function longest(): number {
    let hits = 0;
    for (const query of queries) if (table.longestMatch(query) !== undefined) hits++;
    return hits;
  }
  function all(): number {
    let hits = 0;
    for (const query of queries) if (table.allMatches(query).length > 0) hits++;
    return hits;
  }
  function fromText(): number {
    let hits = 0;
    for (const text of texts) {
      const address = parseAddress(text);
      if (address && table.longestMatch(address) !== undefined) hits++;
    }
    return hits;
  }
  const side = "ours";
  return [
    { name: "explain-ip longestMatch", side, given: "address", queries: queries.length, run: longest },
    { name: "explain-ip allMatches", side, given: "address", queries: queries.length, run: all },
    { name: "explain-ip longestMatch from text", side, given: "text", queries: queries.length, run: fromText },
  ];
}

/** Our look-up of IPv4 addresses that are numbers already, as a program has them that reads packets, binary logs or databases. */
export function ourIpv4Contender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
  const table = buildPrefixTable(cidrs.map((cidr, value) => ({ cidr, value })));
  const numbers = Uint32Array.from(queries, ({ value }) => Number(value));
  function run(): number {
    let hits = 0;
    for (let i = 0; i < numbers.length; i++) if (table.longestMatchIpv4(numbers[i] ?? 0) !== undefined) hits++;
    return hits;
  }
  return { name: "explain-ip longestMatchIpv4", side: "ours", given: "number", queries: queries.length, run };
}

/** Says whether any prefix holds the address, not which. With text it is told the family, which explain-ip has to see for itself. */
export function blockListContenders(cidrs: readonly Cidr[], queries: readonly Address[]): Contender[] {
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
  const side = "native";
  return [
    { name: "net.BlockList check", side, given: "address", queries: queries.length, run: check },
    { name: "net.BlockList check from text", side, given: "text", queries: queries.length, run: fromText },
  ];
}

/** The first match in the order of the list; with the list sorted by length that is the longest match. */
export function ipaddrContender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
  const ranges = { found: longestFirst(cidrs).map((cidr) => ipaddr.parseCIDR(formatCidr(cidr))) };
  const parsed = queries.map((query) => ipaddr.parse(formatAddress(query)));
  function run(): number {
    let hits = 0;
    for (const address of parsed) if (ipaddr.subnetMatch(address, ranges, "none") === "found") hits++;
    return hits;
  }
  return { name: "ipaddr.js subnetMatch", side: "scanner", given: "address", queries: queries.length, run };
}

/** It has no look-up over many prefixes: each is asked in turn, longest first. */
export function ipAddressContender(cidrs: readonly Cidr[], queries: readonly Address[]): Contender {
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
  return { name: "ip-address isInSubnet", side: "scanner", given: "address", queries: queries.length, run };
}
