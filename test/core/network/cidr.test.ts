import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addressBits, formatAddress } from "../../../src/core/network/address.ts";
import type { Cidr } from "../../../src/core/network/cidr.ts";
import {
  cidrContains,
  cidrContainsCidr,
  cidrOf,
  cidrsOverlap,
  compareCidrs,
  countAddresses,
  firstAddress,
  formatCidr,
  isSameCidr,
  lastAddress,
  parseCidr,
} from "../../../src/core/network/cidr.ts";
import { anyAddress, anyCidr, crowdedCidr } from "../../support/network-arbitraries.ts";
import { cidrAt } from "../../support/network-literals.ts";

const canonical: readonly (readonly [text: string, canonical: string, hostBitsSet: boolean])[] = [
  ["100.64.0.0/10", "100.64.0.0/10", false],
  ["10.20.0.0/8", "10.0.0.0/8", true],
  ["0.0.0.0/0", "0.0.0.0/0", false],
  ["1.2.3.4/0", "0.0.0.0/0", true],
  ["1.2.3.4/32", "1.2.3.4/32", false],
  ["1.2.3.5/31", "1.2.3.4/31", true],
  ["::/0", "::/0", false],
  ["::1/128", "::1/128", false],
  ["FD00:0:0::/48", "fd00::/48", false],
  ["2001:db8::1/64", "2001:db8::/64", true],
  ["::ffff:0:0/96", "::ffff:0:0/96", false],
  ["::ffff:10.0.0.0/104", "::ffff:10.0.0.0/104", false],
];

const notCidrs = [
  "",
  "10.0.0.0",
  "10.0.0.0/",
  "/8",
  "10.0.0.0/33",
  "::/129",
  "10.0.0.0/08",
  "10.0.0.0/-1",
  "10.0.0.0/8 ",
  "10.0.0.0/8/8",
  "10.0.0/8",
  "10.0.0.0/255.0.0.0",
  "fe80::1%eth0/64",
  "fe80::%eth0/10",
  "10.0.0.0/1e1",
  "::/٣",
];

describe("parseCidr and formatCidr", () => {
  test.each(canonical)("%s is %s (host bits set: %s)", (text, expected, hostBitsSet) => {
    const parsed = parseCidr(text);
    expect(parsed && formatCidr(parsed.cidr)).toBe(expected);
    expect(parsed?.hostBitsSet).toBe(hostBitsSet);
  });

  test.each(notCidrs)("%j is not a CIDR", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test("what is printed is read back as the same block", () => {
    fc.assert(
      fc.property(anyCidr, (cidr) => {
        expect(parseCidr(formatCidr(cidr))).toEqual({ cidr, hostBitsSet: false });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("cidrOf", () => {
  test.each([
    [4, -1],
    [4, 33],
    [4, 1.5],
    [4, Number.NaN],
    [6, 129],
  ] as const)("IPv%s has no prefix length %s", (family, prefixLength) => {
    expect(() => cidrOf({ family, value: 0n }, prefixLength)).toThrow(RangeError);
  });

  test("keeps the prefix bits and clears the others", () => {
    fc.assert(
      fc.property(anyAddress, fc.nat(128), (address, length) => {
        const bits = addressBits[address.family];
        const prefixLength = length % (bits + 1);
        const text = address.value.toString(2).padStart(bits, "0").slice(0, prefixLength).padEnd(bits, "0");
        expect(cidrOf(address, prefixLength).address.value).toBe(BigInt(`0b${text}`));
      }),
    );
  });
});

describe("the extent of a block", () => {
  test.each([
    ["100.64.0.0/10", "100.64.0.0", "100.127.255.255", 4_194_304n],
    ["0.0.0.0/0", "0.0.0.0", "255.255.255.255", 4_294_967_296n],
    ["1.2.3.4/32", "1.2.3.4", "1.2.3.4", 1n],
    ["fd00::/126", "fd00::", "fd00::3", 4n],
    ["::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 2n ** 128n],
  ])("%s is %s to %s", (text, first, last, count) => {
    const cidr = cidrAt(text);
    expect([formatAddress(firstAddress(cidr)), formatAddress(lastAddress(cidr))]).toEqual([first, last]);
    expect(countAddresses(cidr)).toBe(count);
  });

  test("a block contains what lies between its ends and nothing else", () => {
    fc.assert(
      fc.property(anyCidr, anyAddress, (cidr, address) => {
        const [first, last] = [firstAddress(cidr).value, lastAddress(cidr).value];
        const between = cidr.address.family === address.family && first <= address.value && address.value <= last;
        expect(cidrContains(cidr, address)).toBe(between);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["10.0.0.0/8", "10.1.0.0/16", true],
    ["10.1.0.0/16", "10.0.0.0/8", false],
    ["10.0.0.0/8", "10.0.0.0/8", true],
    ["10.0.0.0/9", "10.128.0.0/16", false],
    ["0.0.0.0/0", "::/0", false],
    ["::/0", "::ffff:0:0/96", true],
  ])("%s contains %s: %s", (outer, inner, expected) => {
    expect(cidrContainsCidr(cidrAt(outer), cidrAt(inner))).toBe(expected);
  });

  test("two blocks overlap exactly when an end of one lies in the other", () => {
    fc.assert(
      fc.property(crowdedCidr, crowdedCidr, (a, b) => {
        const expected = [a, b].some((one) => [a, b].some((other) => one !== other && holdsAnEnd(one, other)));
        expect(cidrsOverlap(a, b)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

function holdsAnEnd(one: Cidr, other: Cidr): boolean {
  return cidrContains(one, firstAddress(other)) || cidrContains(one, lastAddress(other));
}

describe("order", () => {
  test("by family, first address, and the larger block first", () => {
    const sorted = ["10.0.0.0/16", "::/0", "9.0.0.0/8", "10.0.0.0/8", "::/128"].map(cidrAt).sort(compareCidrs);
    expect(sorted.map(formatCidr)).toEqual(["9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/16", "::/0", "::/128"]);
  });

  test("blocks are the same when they print the same", () => {
    fc.assert(
      fc.property(crowdedCidr, crowdedCidr, (a, b) => {
        expect(isSameCidr(a, b)).toBe(formatCidr(a) === formatCidr(b));
        expect(compareCidrs(a, b) === 0).toBe(formatCidr(a) === formatCidr(b));
      }),
      { numRuns: 2000 },
    );
  });
});
