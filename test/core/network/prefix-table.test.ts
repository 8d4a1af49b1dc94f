import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Address } from "../../../src/core/network/address.ts";
import { addressBits, highestValue } from "../../../src/core/network/address.ts";
import type { Cidr } from "../../../src/core/network/cidr.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import type { PrefixEntry } from "../../../src/core/network/prefix-table.ts";
import { buildPrefixTable } from "../../../src/core/network/prefix-table.ts";
import { anyAddress, anyCidr, crowdedCidr } from "../../support/network-arbitraries.ts";
import { addressAt, cidrAt } from "../../support/network-literals.ts";

function tableOf(...texts: readonly string[]) {
  return buildPrefixTable(texts.map((text, value) => ({ cidr: cidrAt(text), value })));
}

function cidrAtNumber(bits: number, prefixLength: number): Cidr {
  return { address: { family: 4, value: BigInt(bits) }, prefixLength };
}

/** What a table must say, by looking at every entry's bits as text. */
function scan(entries: readonly PrefixEntry<number>[], address: Address): PrefixEntry<number>[] {
  const bits = bitsOf(address);
  return entries
    .filter(({ cidr }) => cidr.address.family === address.family)
    .filter(({ cidr }) => bits.startsWith(bitsOf(cidr.address).slice(0, cidr.prefixLength)))
    .sort((a, b) => b.cidr.prefixLength - a.cidr.prefixLength || a.value - b.value);
}

function bitsOf(address: Address): string {
  return address.value.toString(2).padStart(addressBits[address.family], "0");
}

/** The first and last address of a block and their neighbours outside: where a table can be wrong by one. */
function edgesOf({ address: { family, value }, prefixLength }: Cidr): Address[] {
  const count = 1n << BigInt(addressBits[family] - prefixLength);
  return [value - 1n, value, value + count - 1n, value + count]
    .filter((edge) => edge >= 0n && edge <= highestValue[family])
    .map((edge) => ({ family, value: edge }));
}

describe("a prefix table", () => {
  test("finds the longest prefix and then those around it", () => {
    const table = tableOf("10.0.0.0/8", "10.1.2.0/24", "0.0.0.0/0", "10.1.0.0/16", "fd00::/8");
    const texts = (address: string) => table.allMatches(addressAt(address)).map(({ cidr }) => formatCidr(cidr));
    expect(texts("10.1.2.3")).toEqual(["10.1.2.0/24", "10.1.0.0/16", "10.0.0.0/8", "0.0.0.0/0"]);
    expect(texts("10.2.0.0")).toEqual(["10.0.0.0/8", "0.0.0.0/0"]);
    expect(texts("11.0.0.0")).toEqual(["0.0.0.0/0"]);
    expect(texts("fd00::1")).toEqual(["fd00::/8"]);
    expect(texts("fe00::1")).toEqual([]);
    expect(table.size).toBe(5);
  });

  test("gives all values under an equal prefix in the order given", () => {
    const table = tableOf("100.64.0.0/10", "10.0.0.0/8", "100.64.0.0/10", "100.64.0.0/16", "100.64.0.0/10");
    expect(table.allMatches(addressAt("100.64.1.1")).map(({ value }) => value)).toEqual([3, 0, 2, 4]);
    expect(table.longestMatch(addressAt("100.100.1.1"))?.value).toBe(0);
  });

  test("returns the very entry that was given", () => {
    const entry = { cidr: cidrAt("10.0.0.0/8"), value: { product: "any" } };
    expect(buildPrefixTable([entry]).longestMatch(addressAt("10.9.9.9"))).toBe(entry);
  });

  test("may be empty, and does not notice when the list it was built from changes", () => {
    const entries = [{ cidr: cidrAt("10.0.0.0/8"), value: 1 }];
    const table = buildPrefixTable(entries);
    entries.length = 0;
    expect(table.longestMatch(addressAt("10.0.0.1"))?.value).toBe(1);
    expect(buildPrefixTable(entries).longestMatch(addressAt("10.0.0.1"))).toBeUndefined();
    expect(buildPrefixTable(entries).longestMatchIpv4(0)).toBeUndefined();
    expect(buildPrefixTable(entries).longestMatchIpv4(0xffff_ffff)).toBeUndefined();
    expect(buildPrefixTable(entries).allMatches(addressAt("::1"))).toEqual([]);
  });

  test.each([
    ["0.0.0.0/0", "0.0.0.0", "255.255.255.255"],
    ["::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["0.0.0.0/32", "0.0.0.0", "0.0.0.0"],
    ["255.255.255.255/32", "255.255.255.255", "255.255.255.255"],
    ["::/128", "::", "::"],
    ["8000::/1", "8000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  ])("%s alone holds %s and %s", (text, first, last) => {
    const table = tableOf(text);
    expect(table.longestMatch(addressAt(first))?.value).toBe(0);
    expect(table.longestMatch(addressAt(last))?.value).toBe(0);
  });
});

describe("an IPv4 address given as a number", () => {
  test.each([
    [["0.0.0.0/0"], 0, 0],
    [["0.0.0.0/0"], 0xffff_ffff, 0],
    [["0.0.0.0/32"], 0, 0],
    [["0.0.0.0/32"], 1, undefined],
    [["255.255.255.255/32"], 0xffff_ffff, 0],
    [["255.255.255.255/32"], 0xffff_fffe, undefined],
    [["0.0.0.0/0", "128.0.0.0/1", "128.0.0.0/32"], 0x8000_0000, 2],
    [["0.0.0.0/0", "128.0.0.0/1", "128.0.0.0/32"], 0x8000_0001, 1],
    [["0.0.0.0/0", "128.0.0.0/1", "128.0.0.0/32"], 0x7fff_ffff, 0],
    [["::/0"], 0x0a00_0001, undefined],
    [["10.0.0.0/8", "10.0.0.0/8"], 0x0aff_ffff, 0],
  ])("among %j, %d has entry %j", (texts, bits, expected) => {
    expect(tableOf(...texts).longestMatchIpv4(bits)?.value).toBe(expected);
  });

  test("finds each of 90,000 neighbours, 30,000 crowded into 10.0.0.0/15 and 60,000 all over", () => {
    const crowded = Array.from({ length: 30_000 }, (_, index) => ({ start: 0x0a00_0000 + index * 4, bits: 32 }));
    const spread = Array.from({ length: 60_000 }, (_, index) => ({ start: 0x1000_0000 + index * 0x1_0000, bits: 24 }));
    const blocks = [...crowded, ...spread.filter(({ start }) => start <= 0xffff_0000)];
    const table = buildPrefixTable(
      blocks.map(({ start, bits }, value) => ({ cidr: cidrAtNumber(start, bits), value })),
    );
    const wrong = blocks.filter(({ start, bits }, value) => {
      const last = start + 2 ** (32 - bits) - 1;
      return (
        table.longestMatchIpv4(start)?.value !== value ||
        table.longestMatchIpv4(last)?.value !== value ||
        table.longestMatchIpv4(start - 1) !== undefined ||
        table.longestMatchIpv4(last + 1) !== undefined
      );
    });
    expect(table.size).toBe(90_000);
    expect(wrong).toEqual([]);
  });
});

describe("a prefix table equals a naive scan", () => {
  const shapes: readonly (readonly [name: string, cidr: fc.Arbitrary<Cidr>, most: number])[] = [
    ["any blocks", anyCidr, 40],
    ["nested and repeated blocks", crowdedCidr, 120],
    ["a mix of both", fc.oneof(anyCidr, crowdedCidr), 80],
  ];

  test.each(shapes)("with %s", (_name, cidr, most) => {
    fc.assert(
      fc.property(fc.array(cidr, { maxLength: most }), fc.array(anyAddress, { maxLength: 20 }), (cidrs, addresses) => {
        const entries = cidrs.map((each, value) => ({ cidr: each, value }));
        const table = buildPrefixTable(entries);
        for (const address of [...addresses, ...cidrs.flatMap(edgesOf)]) {
          const expected = scan(entries, address);
          if (table.longestMatch(address) !== expected[0]) expect(table.longestMatch(address)).toBe(expected[0]);
          if (address.family === 4) expect(table.longestMatchIpv4(Number(address.value))).toBe(expected[0]);
          const all = table.allMatches(address);
          if (all.length !== expected.length || all.some((entry, i) => entry !== expected[i]))
            expect(all).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("with 20,000 blocks that share most of their leading bits", () => {
    const entries = Array.from({ length: 20_000 }, (_, value) => ({
      cidr: {
        address: { family: 6 as const, value: (0xfdn << 120n) + (BigInt(value) << 64n) },
        prefixLength: 64 + (value % 2),
      },
      value,
    }));
    const table = buildPrefixTable(entries);
    const wrong = entries.filter(({ cidr, value }) => {
      const half = 1n << 63n;
      const inUpperHalf = table.longestMatch({ family: 6, value: cidr.address.value + half });
      const inLowerHalf = table.longestMatch(cidr.address);
      return inLowerHalf?.value !== value || inUpperHalf?.value !== (value % 2 === 0 ? value : undefined);
    });
    expect(wrong).toEqual([]);
  });
});
