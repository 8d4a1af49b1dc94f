import { addressBits, highestValue } from "./address.ts";
import type { AddressBlock } from "./address-set.ts";
import { addressSetOf, subtractSets } from "./address-set.ts";
import type { Cidr } from "./cidr.ts";
import { cidrOf, countAddresses } from "./cidr.ts";

/** The block of the same size right after this one, or undefined at the end of the family. */
export function nextSubnet(cidr: Cidr): Cidr | undefined {
  return moveBy(cidr, countAddresses(cidr));
}

/** The block of the same size right before this one, or undefined at the start of the family. */
export function previousSubnet(cidr: Cidr): Cidr | undefined {
  return moveBy(cidr, -countAddresses(cidr));
}

/** How many blocks of this length fit into the parent: 0 when the length is shorter than the parent's. */
export function countSubnets(parent: Cidr, prefixLength: number): bigint {
  return prefixLength < parent.prefixLength ? 0n : 1n << BigInt(prefixLength - parent.prefixLength);
}

/** The first block of this length inside the parent that shares no address with `taken`; undefined when there is none. */
export function firstFreeSubnet(parent: Cidr, taken: Iterable<AddressBlock>, prefixLength: number): Cidr | undefined {
  const { family } = parent.address;
  if (prefixLength < parent.prefixLength || prefixLength > addressBits[family]) return undefined;
  const size = countAddresses(cidrOf(parent.address, prefixLength));
  for (const gap of subtractSets(addressSetOf([parent]), addressSetOf(taken)).ranges) {
    const start = roundUp(gap.first.value, size);
    if (start + size - 1n <= gap.last.value) return { address: { family, value: start }, prefixLength };
  }
  return undefined;
}

function moveBy(cidr: Cidr, distance: bigint): Cidr | undefined {
  const { family, value } = cidr.address;
  const moved = value + distance;
  if (moved < 0n || moved > highestValue[family]) return undefined;
  return { address: { family, value: moved }, prefixLength: cidr.prefixLength };
}

function roundUp(value: bigint, size: bigint): bigint {
  return ((value + size - 1n) / size) * size;
}
