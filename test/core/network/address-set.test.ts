import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Address } from "../../../src/core/network/address.ts";
import { highestValue } from "../../../src/core/network/address.ts";
import type { AddressRange } from "../../../src/core/network/address-range.ts";
import { formatRange } from "../../../src/core/network/address-range.ts";
import type { AddressBlock } from "../../../src/core/network/address-set.ts";
import {
  addressSetOf,
  countSetAddresses,
  intersectSets,
  mergeBlocks,
  setContains,
  setContainsSet,
  setsOverlap,
  setToCidrs,
  subtractSets,
  uniteSets,
} from "../../../src/core/network/address-set.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { crowdedCidr } from "../../support/network-arbitraries.ts";
import { addressAt, cidrAt, rangeAt } from "../../support/network-literals.ts";

/** The world of these tests: the 256 lowest and the 256 highest addresses of each family. */
const universe: readonly Address[] = ([4, 6] as const).flatMap((family) =>
  Array.from({ length: 256 }, (_, i) => BigInt(i)).flatMap((offset) => [
    { family, value: offset },
    { family, value: highestValue[family] - offset },
  ]),
);

const someRange: fc.Arbitrary<AddressRange> = fc
  .record({ family: fc.constantFrom(4 as const, 6 as const), a: fc.nat(255), b: fc.nat(255), fromEnd: fc.boolean() })
  .map(({ family, a, b, fromEnd }) => {
    const base = fromEnd ? highestValue[family] - 255n : 0n;
    const [low, high] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))];
    return { first: { family, value: base + low }, last: { family, value: base + high } };
  });

const someBlocks: fc.Arbitrary<readonly AddressBlock[]> = fc.array(fc.oneof(crowdedCidr, someRange), { maxLength: 12 });

/** The members by the plain meaning of each block, without the code under test. */
function membersOf(blocks: readonly AddressBlock[]): Set<Address> {
  return new Set(universe.filter((address) => blocks.some((block) => holds(block, address))));
}

function holds(block: AddressBlock, { family, value }: Address): boolean {
  if ("first" in block) return block.first.family === family && block.first.value <= value && value <= block.last.value;
  const size = 2n ** BigInt((block.address.family === 4 ? 32 : 128) - block.prefixLength);
  return block.address.family === family && value >= block.address.value && value < block.address.value + size;
}

describe("set arithmetic", () => {
  test("means on ranges what it means on sets", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (blocksOfA, blocksOfB) => {
        const [a, b] = [addressSetOf(blocksOfA), addressSetOf(blocksOfB)];
        const [inA, inB] = [membersOf(blocksOfA), membersOf(blocksOfB)];
        expect(membersOf(a.ranges)).toEqual(inA);
        const pick = (rule: (isInA: boolean, isInB: boolean) => boolean) =>
          new Set(universe.filter((address) => rule(inA.has(address), inB.has(address))));
        expect(membersOf(uniteSets(a, b).ranges)).toEqual(pick((isInA, isInB) => isInA || isInB));
        expect(membersOf(subtractSets(a, b).ranges)).toEqual(pick((isInA, isInB) => isInA && !isInB));
        expect(membersOf(intersectSets(a, b).ranges)).toEqual(pick((isInA, isInB) => isInA && isInB));
        expect(countSetAddresses(a)).toBe(BigInt(inA.size));
        expect(setContainsSet(a, b)).toBe(pick((isInA, isInB) => isInB && !isInA).size === 0);
        expect(setsOverlap(a, b)).toBe(pick((isInA, isInB) => isInA && isInB).size > 0);
        expect(universe.filter((address) => setContains(a, address))).toEqual([...inA]);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps its ranges in order, none touching the next", () => {
    fc.assert(
      fc.property(someBlocks, someBlocks, (blocksOfA, blocksOfB) => {
        const { ranges } = subtractSets(addressSetOf(blocksOfA), addressSetOf(blocksOfB));
        expect(addressSetOf(ranges)).toEqual({ ranges });
      }),
      { numRuns: 500 },
    );
  });

  test("merges to a list that no merge makes shorter", () => {
    fc.assert(
      fc.property(someBlocks, (blocks) => {
        const merged = mergeBlocks(blocks);
        expect(membersOf(merged)).toEqual(membersOf(blocks));
        const texts = new Set(merged.map(formatCidr));
        for (const { address, prefixLength } of merged) {
          const size = 2n ** BigInt((address.family === 4 ? 32 : 128) - prefixLength);
          const sibling = { address: { family: address.family, value: address.value ^ size }, prefixLength };
          expect(texts.has(formatCidr(sibling))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [["10.0.0.0/9", "10.128.0.0/9"], ["10.0.0.0/8"]],
    [
      ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"],
      ["10.0.0.0/23", "10.0.2.0/24"],
    ],
    [
      ["10.0.1.0/24", "10.0.2.0/24"],
      ["10.0.1.0/24", "10.0.2.0/24"],
    ],
    [["10.0.0.0/8", "10.1.2.3/32"], ["10.0.0.0/8"]],
    [
      ["0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1"],
      ["0.0.0.0/0", "::/0"],
    ],
    [
      ["255.255.255.255/32", "::/128"],
      ["255.255.255.255/32", "::/128"],
    ],
    [[], []],
  ])("%j merged is %j", (blocks, expected) => {
    expect(mergeBlocks(blocks.map(cidrAt)).map(formatCidr)).toEqual(expected);
  });

  test("takes the special-purpose blocks out of a private one", () => {
    const left = subtractSets(
      addressSetOf([cidrAt("10.0.0.0/8")]),
      addressSetOf([cidrAt("10.64.0.0/10"), rangeAt("10.255.255.0-11.0.0.9")]),
    );
    expect(left.ranges.map(formatRange)).toEqual(["10.0.0.0-10.63.255.255", "10.128.0.0-10.255.254.255"]);
    expect(setToCidrs(left)[0]).toEqual(cidrAt("10.0.0.0/10"));
    expect(setContains(left, addressAt("10.64.0.0"))).toBe(false);
  });
});
