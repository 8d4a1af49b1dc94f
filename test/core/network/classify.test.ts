import { describe, expect, test } from "@jest/globals";
import { formatAddress } from "../../../src/core/network/address.ts";
import type { AddressScope } from "../../../src/core/network/address-scope.ts";
import { addressScopes } from "../../../src/core/network/address-scope.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import type { Classification } from "../../../src/core/network/classify.ts";
import { classify } from "../../../src/core/network/classify.ts";
import { buildRegistry } from "../../../src/core/network/registry.ts";
import { loadRegistry, readRegistryFiles } from "../../support/load-registry.ts";
import { addressAt } from "../../support/network-literals.ts";

const registry = loadRegistry();
const judge = (text: string): Classification => classify(addressAt(text), registry);

type Case = readonly [address: string, scope: AddressScope, prefix: string | null, globallyReachable: boolean | null];

const cases: readonly Case[] = [
  ["100.64.3.7", "shared-address-space", "100.64.0.0/10", false],
  ["100.63.255.255", "global", null, true],
  ["100.128.0.0", "global", null, true],
  ["10.32.0.10", "private-use", "10.0.0.0/8", false],
  ["172.32.0.1", "global", null, true],
  ["8.8.8.8", "global", null, true],
  ["0.0.0.0", "this-network", "0.0.0.0/32", false],
  ["0.0.0.1", "this-network", "0.0.0.0/8", false],
  ["127.0.0.53", "loopback", "127.0.0.0/8", false],
  ["169.254.169.254", "link-local", "169.254.0.0/16", false],
  ["192.0.0.1", "protocol-assignment", "192.0.0.0/29", false],
  ["192.0.0.9", "protocol-assignment", "192.0.0.9/32", true],
  ["192.0.0.11", "protocol-assignment", "192.0.0.0/24", false],
  ["192.88.99.1", "6to4-relay-anycast", "192.88.99.0/24", null],
  ["192.88.99.2", "protocol-assignment", "192.88.99.2/32", false],
  ["192.31.196.1", "as112", "192.31.196.0/24", true],
  ["192.175.48.1", "direct-delegation", "192.175.48.0/24", true],
  ["192.52.193.1", "amt", "192.52.193.0/24", true],
  ["198.19.255.255", "benchmarking", "198.18.0.0/15", false],
  ["203.0.113.9", "documentation", "203.0.113.0/24", false],
  ["224.0.0.251", "multicast", "224.0.0.0/24", false],
  ["239.1.2.3", "multicast", "239.0.0.0/8", false],
  ["233.252.0.1", "documentation", "233.252.0.0/24", null],
  ["240.0.0.1", "reserved", "240.0.0.0/4", false],
  ["255.255.255.255", "limited-broadcast", "255.255.255.255/32", false],
  ["::", "unspecified", "::/128", false],
  ["::1", "loopback", "::1/128", false],
  ["::2", "reserved", null, false],
  ["::1:2:3", "reserved", null, false],
  ["::8.8.8.8", "reserved", null, false],
  ["::ffff:8.8.8.8", "ipv4-mapped", "::ffff:0:0/96", false],
  ["64:ff9b::808:808", "ipv4-ipv6-translation", "64:ff9b::/96", true],
  ["64:ff9b:1::808:808", "ipv4-ipv6-translation", "64:ff9b:1::/48", false],
  ["64:ff9b:2::1", "reserved", null, false],
  ["100::1", "discard-only", "100::/64", false],
  ["100:0:0:1::1", "dummy-prefix", "100:0:0:1::/64", false],
  ["100:0:0:2::1", "reserved", null, false],
  ["200::1", "reserved", null, false],
  ["1fff::1", "reserved", null, false],
  ["2000::1", "global", null, true],
  ["2001::1", "teredo", "2001::/32", null],
  ["2001:1::1", "protocol-assignment", "2001:1::1/128", true],
  ["2001:1::4", "protocol-assignment", "2001::/23", false],
  ["2001:2::1", "benchmarking", "2001:2::/48", false],
  ["2001:2:1::1", "protocol-assignment", "2001::/23", false],
  ["2001:3::1", "amt", "2001:3::/32", true],
  ["2001:4:112::1", "as112", "2001:4:112::/48", true],
  ["2001:10::1", "orchid", "2001:10::/28", null],
  ["2001:20::1", "orchid", "2001:20::/28", true],
  ["2001:30::1", "protocol-assignment", "2001:30::/28", true],
  ["2001:200::1", "global", null, true],
  ["2001:db8::1", "documentation", "2001:db8::/32", false],
  ["2002:c000:201::1", "6to4", "2002::/16", null],
  ["2620:4f:8000::1", "direct-delegation", "2620:4f:8000::/48", true],
  ["2a00:1450:4001::1", "global", null, true],
  ["3fff:fff::1", "documentation", "3fff::/20", false],
  ["3fff:1000::1", "global", null, true],
  ["4000::1", "reserved", null, false],
  ["5f00::1", "segment-routing-sids", "5f00::/16", false],
  ["fbff::1", "reserved", null, false],
  ["fd12:3456::1", "unique-local", "fc00::/7", false],
  ["fe00::1", "reserved", null, false],
  ["fe80::1", "link-local", "fe80::/10", false],
  ["fec0::1", "site-local", "fec0::/10", false],
  ["ff02::1", "multicast", "ff00::/8", null],
];

describe("classify", () => {
  test.each(cases)("%s is %s by %s, globally reachable: %s", (text, scope, prefix, globallyReachable) => {
    const verdict = judge(text);
    expect([verdict.scope, verdict.decidedBy && formatCidr(verdict.decidedBy.cidr), verdict.globallyReachable]).toEqual(
      [scope, prefix, globallyReachable],
    );
  });

  test("hands on the whole row that decided, with its registry", () => {
    expect(judge("100.64.0.1").decidedBy).toMatchObject({
      name: "Shared Address Space",
      rfcs: ["RFC 6598"],
      forwardable: true,
      registry: {
        title: "IANA IPv4 Special-Purpose Address Registry",
        lastUpdated: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
  });

  test("without any row tells public from reserved all the same", () => {
    const empty = buildRegistry([]);
    expect(classify(addressAt("10.0.0.1"), empty)).toMatchObject({ scope: "global", decidedBy: null });
    expect(classify(addressAt("fd00::1"), empty)).toMatchObject({ scope: "reserved", decidedBy: null });
  });
});

describe("what an IPv6 address embeds", () => {
  test.each([
    ["::ffff:10.244.1.5", "ipv4-mapped", "10.244.1.5"],
    ["::10.1.2.3", "ipv4-compatible", "10.1.2.3"],
    ["64:ff9b::192.0.2.33", "nat64", "192.0.2.33"],
    ["64:ff9b:1::10.0.0.1", "nat64-local", "10.0.0.1"],
    ["64:ff9b:1:fffe::192.0.2.33", "nat64-local", "192.0.2.33"],
    ["2002:c000:221::1", "6to4", "192.0.2.33"],
    ["fe80::5efe:192.0.2.1", "isatap", "192.0.2.1"],
    ["2001:db8::200:5efe:192.0.2.1", "isatap", "192.0.2.1"],
  ])("%s: %s %s", (text, kind, address) => {
    const { embeds } = judge(text);
    expect([embeds?.kind, embeds && formatAddress(embeds.address)]).toEqual([kind, address]);
    expect([embeds?.server, embeds?.port]).toEqual([undefined, undefined]);
  });

  test("Teredo hides the client's address and port by inverting them", () => {
    const { embeds } = judge("2001:0:4136:e378:8000:63bf:3fff:fdd2");
    expect(embeds?.kind).toBe("teredo");
    expect(embeds && formatAddress(embeds.address)).toBe("192.0.2.45");
    expect(embeds?.server && formatAddress(embeds.server)).toBe("65.54.227.120");
    expect(embeds?.port).toBe(40_000);
  });

  test.each([
    ["192.0.2.1", "IPv4 itself"],
    ["::", "the unspecified address"],
    ["::1", "loopback"],
    ["::1:2:3", "a reserved address above ::/96"],
    ["::0.1.2.3", "an IPv4-compatible address that names no host"],
    ["2001:db8::1", "an ordinary address"],
    ["64:ff9b:1:c000:2:2100::", "local NAT64 whose prefix length cannot be told"],
    ["64:ff9b:1::10.0.0.0", "local NAT64 whose last 24 bits are zero, as with a shorter prefix"],
    ["64:ff9b:2::192.0.2.1", "a neighbour of the NAT64 prefix"],
    ["ff02::5efe:192.0.2.1", "multicast"],
  ])("%s embeds nothing: %s", (text) => {
    expect(judge(text)).not.toHaveProperty("embeds");
  });
});

describe("multicast scopes", () => {
  test.each([
    ["ff01::1", "interface-local"],
    ["ff02::1", "link-local"],
    ["ff03::1", "realm-local"],
    ["ff34::1", "admin-local"],
    ["ff05::2", "site-local"],
    ["ff18::1", "organization-local"],
    ["ff3e::8000:1", "global"],
    ["ff00::1", "reserved"],
    ["ff0f::1", "reserved"],
    ["ff07::1", "unassigned"],
  ])("%s reaches: %s", (text, scope) => {
    expect(judge(text).multicastScope).toBe(scope);
  });

  test.each(["224.0.0.1", "2001:db8::1", "fe80::1"])("%s carries none", (text) => {
    expect(judge(text)).not.toHaveProperty("multicastScope");
  });

  test("are those the registries name", () => {
    const named = [...readRegistryFiles().values()].flatMap((file) => file.ipv6Scopes ?? []);
    expect(named.length).toBeGreaterThan(0);
    for (const { value, name } of named) expect(judge(`ff0${value}::1`).multicastScope).toBe(name.toLowerCase());
  });
});

test("every scope is explained in one phrase, and every scope but the plain ones stands in the registries", () => {
  const used = new Set(registry.rows.map((row) => row.scope));
  const unused = Object.keys(addressScopes).filter((scope) => !used.has(scope as AddressScope));
  expect(unused).toEqual(["global"]);
  for (const { phrase } of Object.values(addressScopes)) expect(phrase).toMatch(/^(an?|the|in|shared) \S.*[^.]$/);
});
