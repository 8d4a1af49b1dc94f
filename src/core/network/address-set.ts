import type { Address } from "./address.ts";
import { compareAddresses } from "./address.ts";
import type { AddressRange } from "./address-range.ts";
import { rangeContains, rangeOf, rangeToCidrs } from "./address-range.ts";
import type { Cidr } from "./cidr.ts";

/** A set of addresses of both families, as the fewest ranges: in order, none touching the next. Made by `addressSetOf`. */
export type AddressSet = { readonly ranges: readonly AddressRange[] };

/** All that can stand for a run of addresses. */
export type AddressBlock = Cidr | AddressRange;

/** The addresses of all blocks, which may come in any order, overlap, and mix families. */
export function addressSetOf(blocks: Iterable<AddressBlock>): AddressSet {
  const sorted = Array.from(blocks, asRange).sort((a, b) => compareAddresses(a.first, b.first));
  const ranges: AddressRange[] = [];
  for (const range of sorted) {
    const before = ranges.at(-1);
    if (before && touches(before, range)) ranges[ranges.length - 1] = join(before, range);
    else ranges.push(range);
  }
  return { ranges };
}

/** The fewest CIDRs that hold exactly the set's addresses, in order. */
export function setToCidrs(set: AddressSet): readonly Cidr[] {
  return set.ranges.flatMap(rangeToCidrs);
}

/** The fewest CIDRs for the addresses of all blocks: what a list of CIDRs is merged to. */
export function mergeBlocks(blocks: Iterable<AddressBlock>): readonly Cidr[] {
  return setToCidrs(addressSetOf(blocks));
}

export function setContains(set: AddressSet, address: Address): boolean {
  return set.ranges.some((range) => rangeContains(range, address));
}

/** Whether every address of `inner` is in `outer`; true for an empty `inner`. */
export function setContainsSet(outer: AddressSet, inner: AddressSet): boolean {
  return subtractSets(inner, outer).ranges.length === 0;
}

export function setsOverlap(a: AddressSet, b: AddressSet): boolean {
  return intersectSets(a, b).ranges.length > 0;
}

export function uniteSets(a: AddressSet, b: AddressSet): AddressSet {
  return addressSetOf([...a.ranges, ...b.ranges]);
}

/** The addresses of `a` that are not in `b`. */
export function subtractSets(a: AddressSet, b: AddressSet): AddressSet {
  const ranges: AddressRange[] = [];
  let passed = 0;
  for (const range of a.ranges) {
    while (isBefore(b.ranges[passed], range)) passed++;
    ranges.push(...cutOut(range, b.ranges, passed));
  }
  return { ranges };
}

/** The addresses that are in both. */
export function intersectSets(a: AddressSet, b: AddressSet): AddressSet {
  return subtractSets(a, subtractSets(a, b));
}

/** How many addresses the set has, those of both families together. */
export function countSetAddresses(set: AddressSet): bigint {
  return set.ranges.reduce((sum, { first, last }) => sum + last.value - first.value + 1n, 0n);
}

function asRange(block: AddressBlock): AddressRange {
  return "prefixLength" in block ? rangeOf(block) : block;
}

/** Whether a range that does not start before `before` overlaps it or follows it without a gap. */
function touches(before: AddressRange, range: AddressRange): boolean {
  return before.last.family === range.first.family && range.first.value <= before.last.value + 1n;
}

function join(before: AddressRange, range: AddressRange): AddressRange {
  return range.last.value > before.last.value ? { first: before.first, last: range.last } : before;
}

function isBefore(range: AddressRange | undefined, other: AddressRange): boolean {
  return range !== undefined && compareAddresses(range.last, other.first) < 0;
}

/** What is left of `range` without the holes; those are in order, and the ones before number `from` lie before the range. */
function cutOut(range: AddressRange, holes: readonly AddressRange[], from: number): AddressRange[] {
  const { family } = range.first;
  const kept: AddressRange[] = [];
  let start = range.first.value;
  for (let index = from; index < holes.length; index++) {
    const hole = holes[index];
    if (!hole || compareAddresses(hole.first, range.last) > 0) break;
    if (hole.first.value > start) kept.push(rangeBetween(family, start, hole.first.value - 1n));
    start = hole.last.value + 1n;
  }
  if (start <= range.last.value) kept.push(rangeBetween(family, start, range.last.value));
  return kept;
}

function rangeBetween(family: Address["family"], first: bigint, last: bigint): AddressRange {
  return { first: { family, value: first }, last: { family, value: last } };
}
