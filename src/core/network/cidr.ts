import type { Address } from "./address.ts";
import { addressBits, formatAddress, formatGroups, parseAddress } from "./address.ts";

/** A block of addresses in RFC 4632 notation. `address` is its first address: host bits are always clear. */
export type Cidr = { readonly address: Address; readonly prefixLength: number };

const notation = /^([^/%]+)\/(0|[1-9]\d{0,2})$/;

/**
 * Reads `address/length` (RFC 4632, RFC 4291 section 2.3); undefined when the text is not exactly that. Host bits are cleared and
 * reported. Zone ids, netmasks and lengths with leading zeros are not read.
 */
export function parseCidr(text: string): { readonly cidr: Cidr; readonly hostBitsSet: boolean } | undefined {
  const [, addressText = "", lengthText] = notation.exec(text) ?? [];
  const address = parseAddress(addressText);
  const prefixLength = Number(lengthText);
  if (address === undefined || prefixLength > addressBits[address.family]) return undefined;
  const cidr = cidrOf(address, prefixLength);
  return { cidr, hostBitsSet: cidr.address.value !== address.value };
}

/** Canonical text. A block that is wider than one embedded IPv4 address is written in groups, as IANA writes ::ffff:0:0/96. */
export function formatCidr(cidr: Cidr): string {
  const inGroups = cidr.address.family === 6 && cidr.prefixLength <= 96;
  const address = inGroups ? formatGroups(cidr.address.value) : formatAddress(cidr.address);
  return `${address}/${cidr.prefixLength}`;
}

/** The block of this length that holds the address: its host bits are cleared. Throws RangeError on a length the family does not have. */
export function cidrOf(address: Address, prefixLength: number): Cidr {
  const bits = addressBits[address.family];
  if (!Number.isInteger(prefixLength) || prefixLength < 0 || prefixLength > bits) {
    throw new RangeError(`a prefix length of IPv${address.family} is 0 to ${bits}, not ${prefixLength}`);
  }
  const hostBits = BigInt(bits - prefixLength);
  return { address: { family: address.family, value: (address.value >> hostBits) << hostBits }, prefixLength };
}

/** The first address of the block, the one it is written with. */
export function firstAddress(cidr: Cidr): Address {
  return cidr.address;
}

/** The last address of the block; in an IPv4 subnet that is its broadcast address. */
export function lastAddress(cidr: Cidr): Address {
  return { family: cidr.address.family, value: cidr.address.value + countAddresses(cidr) - 1n };
}

/** How many addresses the block has, network and broadcast address included. */
export function countAddresses(cidr: Cidr): bigint {
  return 1n << BigInt(addressBits[cidr.address.family] - cidr.prefixLength);
}

export function cidrContains(cidr: Cidr, address: Address): boolean {
  if (cidr.address.family !== address.family) return false;
  const hostBits = BigInt(addressBits[address.family] - cidr.prefixLength);
  return cidr.address.value >> hostBits === address.value >> hostBits;
}

/** True also for the block itself. */
export function cidrContainsCidr(outer: Cidr, inner: Cidr): boolean {
  return outer.prefixLength <= inner.prefixLength && cidrContains(outer, inner.address);
}

/** Two blocks share an address only when one lies within the other: when they agree as far as the wider one is told. */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  const { family } = a.address;
  if (family !== b.address.family) return false;
  const hostBits = BigInt(addressBits[family] - Math.min(a.prefixLength, b.prefixLength));
  return a.address.value >> hostBits === b.address.value >> hostBits;
}

export function isSameCidr(a: Cidr, b: Cidr): boolean {
  return a.prefixLength === b.prefixLength && cidrContains(a, b.address);
}

/** Orders by first address, IPv4 first; of two that start alike, the larger block first. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  const byFamily = a.address.family - b.address.family;
  if (byFamily !== 0) return byFamily;
  if (a.address.value !== b.address.value) return a.address.value < b.address.value ? -1 : 1;
  return a.prefixLength - b.prefixLength;
}

/** The block that holds this address alone: a /32 or a /128. */
export function blockOfOne(address: Address): Cidr {
  return { address, prefixLength: addressBits[address.family] };
}
