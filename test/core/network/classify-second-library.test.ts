import { describe, expect, test } from "@jest/globals";
import { Address4, Address6 } from "ip-address";
import ipaddr from "ipaddr.js";
import type { Address } from "../../../src/core/network/address.ts";
import { formatAddress } from "../../../src/core/network/address.ts";
import type { AddressScope } from "../../../src/core/network/address-scope.ts";
import { classify } from "../../../src/core/network/classify.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import { boundaries, randomBits, randomNumbers } from "../../support/registry-oracle.ts";

const registry = loadRegistry();

/** Every block's ends and their neighbours, and 40,000 random addresses, half of them near a block. */
function samples(): Address[] {
  const random = randomNumbers(4291);
  const bits = Array.from({ length: 40_000 }, (_, index) => randomBits(random, index));
  return [...boundaries(), ...bits.map(({ family, bits }) => ({ family, value: BigInt(`0b${bits}`) }))];
}

describe("ip-address agrees about what is globally reachable", () => {
  /** Where it deliberately answers something else: for the IPv4 address inside, or where the registry says N/A. */
  function answersOtherwise(address: Address): boolean {
    const { embeds, globallyReachable } = classify(address, registry);
    return globallyReachable === null || embeds?.kind === "ipv4-mapped" || embeds?.kind === "nat64";
  }

  function isGlobal(address: Address): boolean {
    const text = formatAddress(address);
    return address.family === 4 ? new Address4(text).isGlobal() : new Address6(text).isGlobal();
  }

  test("wherever it answers the same question", () => {
    const compared = samples().filter((address) => !answersOtherwise(address));
    const wrong = compared.filter((address) => isGlobal(address) !== classify(address, registry).globallyReachable);
    expect(compared.length).toBeGreaterThan(30_000);
    expect(wrong.map(formatAddress)).toEqual([]);
  });
});

describe("ipaddr.js agrees about what a block is for", () => {
  /** Its words for each scope. It has none for the dummy prefix and calls it unicast, which is wrong (docs/other-libraries.md). */
  const rangesOf: Readonly<Record<AddressScope, readonly string[]>> = {
    "this-network": ["unspecified"],
    unspecified: ["unspecified"],
    loopback: ["loopback"],
    "link-local": ["linkLocal"],
    "private-use": ["private"],
    "shared-address-space": ["carrierGradeNat"],
    "unique-local": ["uniqueLocal"],
    "site-local": ["deprecatedSiteLocal"],
    "protocol-assignment": ["reserved", "droneRemoteIdProtocolEntityTags"],
    documentation: ["reserved", "multicast"],
    benchmarking: ["reserved", "benchmarking"],
    multicast: ["multicast"],
    "limited-broadcast": ["broadcast"],
    reserved: ["reserved"],
    "ipv4-mapped": ["ipv4Mapped"],
    "ipv4-ipv6-translation": ["rfc6052"],
    "6to4": ["6to4"],
    "6to4-relay-anycast": ["reserved"],
    teredo: ["teredo"],
    orchid: ["deprecatedOrchid", "orchid2"],
    as112: ["as112", "as112v6"],
    "direct-delegation": ["as112", "as112v6"],
    amt: ["amt"],
    "discard-only": ["discard"],
    "dummy-prefix": [],
    "segment-routing-sids": ["segmentRouting"],
    global: ["unicast"],
  };

  /** It does not know the dummy prefix, nor that IPv6 outside 2000::/3 is reserved unless a row says otherwise. */
  function isKnownToBeWrong(address: Address): boolean {
    const { scope } = classify(address, registry);
    return scope === "dummy-prefix" || (scope === "reserved" && address.family === 6);
  }

  test("wherever it knows the block", () => {
    const compared = samples().filter((address) => !isKnownToBeWrong(address));
    const wrong = compared
      .map((address) => ({ text: formatAddress(address), scope: classify(address, registry).scope }))
      .map(({ text, scope }) => ({ text, scope, range: ipaddr.parse(text).range() as string }))
      .filter(({ scope, range }) => !rangesOf[scope].includes(range));
    expect(compared.length).toBeGreaterThan(25_000);
    expect(wrong).toEqual([]);
  });
});
