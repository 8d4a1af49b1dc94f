import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addressBits } from "../../../src/core/network/address.ts";
import type { Cidr } from "../../../src/core/network/cidr.ts";
import { cidrContainsCidr, cidrOf, cidrsOverlap, countAddresses, formatCidr } from "../../../src/core/network/cidr.ts";
import { countSubnets, firstFreeSubnet, nextSubnet, previousSubnet } from "../../../src/core/network/subnet.ts";
import { anyCidr, crowdedCidr } from "../../support/network-arbitraries.ts";
import { cidrAt, rangeAt } from "../../support/network-literals.ts";

const print = (cidr: Cidr | undefined): string | undefined => cidr && formatCidr(cidr);

describe("neighbours", () => {
  test.each([
    ["10.0.0.0/24", "10.0.1.0/24", "9.255.255.0/24"],
    ["255.255.255.255/32", undefined, "255.255.255.254/32"],
    ["0.0.0.0/8", "1.0.0.0/8", undefined],
    ["0.0.0.0/0", undefined, undefined],
    ["fd00::/64", "fd00:0:0:1::/64", "fcff:ffff:ffff:ffff::/64"],
  ])("after %s comes %s, before it %s", (text, next, previous) => {
    expect([print(nextSubnet(cidrAt(text))), print(previousSubnet(cidrAt(text)))]).toEqual([next, previous]);
  });

  test("undo each other", () => {
    fc.assert(
      fc.property(anyCidr, (cidr) => {
        const next = nextSubnet(cidr);
        const previous = previousSubnet(cidr);
        if (next) expect(previousSubnet(next)).toEqual(cidr);
        if (previous) expect(nextSubnet(previous)).toEqual(cidr);
      }),
    );
  });
});

test.each([
  ["10.0.0.0/8", 24, 65_536n],
  ["10.0.0.0/8", 8, 1n],
  ["10.0.0.0/8", 7, 0n],
  ["fd00::/48", 64, 65_536n],
  ["::/0", 128, 2n ** 128n],
] as const)("%s has as many /%s as %s", (parent, prefixLength, count) => {
  expect(countSubnets(cidrAt(parent), prefixLength)).toBe(count);
});

describe("firstFreeSubnet", () => {
  test.each([
    ["10.0.0.0/8", [], 16, "10.0.0.0/16"],
    ["10.0.0.0/8", ["10.0.0.0/16"], 16, "10.1.0.0/16"],
    ["10.0.0.0/8", ["10.0.0.1/32"], 9, "10.128.0.0/9"],
    ["10.0.0.0/8", ["10.0.0.0/9", "10.200.0.0/32"], 9, undefined],
    ["10.0.0.0/8", ["0.0.0.0/0"], 32, undefined],
    ["10.0.0.0/8", ["fd00::/8"], 8, "10.0.0.0/8"],
    ["10.0.0.0/8", [], 7, undefined],
    ["10.0.0.0/8", [], 33, undefined],
    ["255.255.255.0/24", ["255.255.255.0/25"], 25, "255.255.255.128/25"],
    ["fd00::/48", ["fd00::/56"], 64, "fd00:0:0:100::/64"],
  ])("in %s without %j the first free /%s is %s", (parent, taken, prefixLength, expected) => {
    expect(print(firstFreeSubnet(cidrAt(parent), taken.map(cidrAt), prefixLength))).toBe(expected);
  });

  test("steers clear of ranges too", () => {
    expect(print(firstFreeSubnet(cidrAt("10.0.0.0/24"), [rangeAt("10.0.0.5-10.0.0.20")], 28))).toBe("10.0.0.32/28");
  });

  test("is the first of all subnets that overlaps with nothing taken", () => {
    const parents = fc.tuple(crowdedCidr, fc.array(crowdedCidr, { maxLength: 10 }), fc.nat(8));
    fc.assert(
      fc.property(parents, ([parent, taken, longer]) => {
        const prefixLength = Math.min(addressBits[parent.address.family], parent.prefixLength + longer);
        const expected = subnetsOf(parent, prefixLength).find(
          (subnet) => !taken.some((each) => cidrsOverlap(each, subnet)),
        );
        expect(firstFreeSubnet(parent, taken, prefixLength)).toEqual(expected);
        if (expected) expect(cidrContainsCidr(parent, expected)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** All subnets of this length, one after the other. */
function subnetsOf(parent: Cidr, prefixLength: number): Cidr[] {
  const { family, value } = parent.address;
  const size = countAddresses(cidrOf(parent.address, prefixLength));
  const count = countAddresses(parent) / size;
  return Array.from({ length: Number(count) }, (_, i) => ({
    address: { family, value: value + BigInt(i) * size },
    prefixLength,
  }));
}
