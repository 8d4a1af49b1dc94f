import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addressBits, highestValue } from "../../../src/core/network/address.ts";
import type { AddressRange } from "../../../src/core/network/address-range.ts";
import {
  formatRange,
  rangeContains,
  rangeOf,
  rangesOverlap,
  rangeToCidrs,
} from "../../../src/core/network/address-range.ts";
import { countAddresses, firstAddress, formatCidr, lastAddress } from "../../../src/core/network/cidr.ts";
import { anyAddress, anyCidr } from "../../support/network-arbitraries.ts";
import { addressAt, cidrAt, rangeAt } from "../../support/network-literals.ts";

const anyRange: fc.Arbitrary<AddressRange> = fc
  .tuple(anyAddress, anyAddress)
  .filter(([a, b]) => a.family === b.family)
  .map(([a, b]) => (a.value <= b.value ? { first: a, last: b } : { first: b, last: a }));

describe("a range", () => {
  test("of a block goes from its first to its last address", () => {
    expect(formatRange(rangeOf(cidrAt("172.16.0.0/12")))).toBe("172.16.0.0-172.31.255.255");
    expect(formatRange(rangeOf(cidrAt("fd00::/126")))).toBe("fd00::-fd00::3");
  });

  test.each([
    ["10.0.0.5-10.0.0.20", "10.0.0.5", true],
    ["10.0.0.5-10.0.0.20", "10.0.0.20", true],
    ["10.0.0.5-10.0.0.20", "10.0.0.4", false],
    ["10.0.0.5-10.0.0.20", "10.0.0.21", false],
    ["::-::ff", "0.0.0.5", false],
  ])("%s contains %s: %s", (range, address, expected) => {
    expect(rangeContains(rangeAt(range), addressAt(address))).toBe(expected);
  });

  test.each([
    ["10.0.0.5-10.0.0.20", "10.0.0.20-10.0.0.30", true],
    ["10.0.0.5-10.0.0.20", "10.0.0.21-10.0.0.30", false],
    ["10.0.0.5-10.0.0.20", "10.0.0.7-10.0.0.8", true],
    ["10.0.0.7-10.0.0.8", "10.0.0.5-10.0.0.20", true],
    ["::-::ff", "0.0.0.0-0.0.0.255", false],
  ])("%s overlaps %s: %s", (a, b, expected) => {
    expect(rangesOverlap(rangeAt(a), rangeAt(b))).toBe(expected);
  });
});

describe("rangeToCidrs", () => {
  test.each([
    ["10.0.0.5-10.0.0.20", ["10.0.0.5/32", "10.0.0.6/31", "10.0.0.8/29", "10.0.0.16/30", "10.0.0.20/32"]],
    ["10.0.0.0-10.0.0.255", ["10.0.0.0/24"]],
    ["10.0.0.1-10.0.0.1", ["10.0.0.1/32"]],
    ["0.0.0.0-255.255.255.255", ["0.0.0.0/0"]],
    ["255.255.255.254-255.255.255.255", ["255.255.255.254/31"]],
    ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", ["::/0"]],
    ["::1-::4", ["::1/128", "::2/127", "::4/128"]],
  ])("%s is %j", (range, expected) => {
    expect(rangeToCidrs(rangeAt(range)).map(formatCidr)).toEqual(expected);
  });

  test("gives back the block a range was made of", () => {
    fc.assert(fc.property(anyCidr, (cidr) => expect(rangeToCidrs(rangeOf(cidr))).toEqual([cidr])));
  });

  test("covers the range without gap or excess, with blocks that cannot be larger", () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        let next = range.first.value;
        const cidrs = rangeToCidrs(range);
        const wrong = cidrs.filter((cidr) => {
          const start = next;
          next = lastAddress(cidr).value + 1n;
          return firstAddress(cidr).value !== start || !isAsLargeAsCanBe(start, countAddresses(cidr), range);
        });
        expect(wrong).toEqual([]);
        expect(next).toBe(range.last.value + 1n);
        expect(cidrs.length).toBeLessThanOrEqual(2 * addressBits[range.first.family]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A block of twice the size would start elsewhere, end beyond the range, or be larger than the family. */
function isAsLargeAsCanBe(first: bigint, count: bigint, range: AddressRange): boolean {
  const double = 2n * count;
  return (
    first % double !== 0n || first + double - 1n > range.last.value || double > highestValue[range.first.family] + 1n
  );
}
