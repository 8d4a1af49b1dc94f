import type { Address } from "./address.ts";
import { addressBits, formatAddress } from "./address.ts";
import type { Cidr } from "./cidr.ts";
import { countAddresses, firstAddress, lastAddress } from "./cidr.ts";

/** All addresses from `first` to `last`, both included; both of one family, `first` not above `last`. */
export type AddressRange = { readonly first: Address; readonly last: Address };

export function rangeOf(cidr: Cidr): AddressRange {
  return { first: firstAddress(cidr), last: lastAddress(cidr) };
}

/** `first-last`, both canonical, no spaces. */
export function formatRange(range: AddressRange): string {
  return `${formatAddress(range.first)}-${formatAddress(range.last)}`;
}

export function rangeContains(range: AddressRange, address: Address): boolean {
  const { first, last } = range;
  return first.family === address.family && first.value <= address.value && address.value <= last.value;
}

export function rangesOverlap(a: AddressRange, b: AddressRange): boolean {
  return rangeContains(a, b.first) || rangeContains(b, a.first);
}

/** The fewest blocks that hold the range's addresses and no other, in order. */
export function rangeToCidrs(range: AddressRange): readonly Cidr[] {
  const { family } = range.first;
  const cidrs: Cidr[] = [];
  for (let value = range.first.value; value <= range.last.value; ) {
    const prefixLength = widestPrefixAt(family, value, range.last.value);
    const cidr: Cidr = { address: { family, value }, prefixLength };
    cidrs.push(cidr);
    value += countAddresses(cidr);
  }
  return cidrs;
}

/** The shortest prefix whose block starts exactly at `value` and does not reach beyond `last`. */
function widestPrefixAt(family: Address["family"], value: bigint, last: bigint): number {
  let prefixLength = addressBits[family];
  for (let size = 2n; prefixLength > 0; size *= 2n) {
    if (value % size !== 0n || value + size - 1n > last) break;
    prefixLength -= 1;
  }
  return prefixLength;
}
