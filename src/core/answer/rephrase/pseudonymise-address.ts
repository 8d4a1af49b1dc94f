import { type Address, addressBits } from "../../network/address.ts";
import type { Cidr } from "../../network/cidr.ts";

/** A keyed pseudo-random function: the same text gives the same bit, and nobody without the key can tell which. */
export type KeyedBit = (text: string) => boolean;

/** What decides about every bit: the key, and the blocks whose addresses have to stay among themselves. */
export type PseudonymKey = { readonly keyedBit: KeyedBit; readonly specialBlocks: readonly Cidr[] };

/** `hide` gives an address its pseudonym, `reveal` gives the address back. */
export type Direction = "hide" | "reveal";

/** Where the last 32 bits are an IPv4 address, which has one pseudonym wherever it stands: mapped (RFC 4291) and NAT64 (RFC 6052). */
const ipv4Embeddings: readonly bigint[] = [0xffffn, 0x64_ff9b_0000_0000_0000_0000n];
const EMBEDDED_AT = 96;

/**
 * Replaces an address by another, so that two which share a prefix of n bits share one of n bits afterwards: each bit is
 * turned round or not by a keyed function of the bits before it. The construction is Crypto-PAn (Xu and others, "Prefix-
 * Preserving IP Address Anonymization", 2002; RFC 6235, section 4.1.3). Unlike there a bit stays where turning it would carry
 * addresses into or out of a special-purpose block: 10.0.0.0/8 stays 10.0.0.0/8, at the price that an address whose
 * neighbours are special keeps its leading bits. What stands behind `prefixLength` is zero after as it was before, or not.
 */
export function pseudonymiseAddress(
  { family, value }: Address,
  prefixLength: number,
  direction: Direction,
  key: PseudonymKey,
): Address {
  const low = family === 6 && prefixLength >= EMBEDDED_AT && ipv4Embeddings.includes(value >> 32n);
  if (low) {
    const ipv4 = { family: 4, value: value & 0xffff_ffffn } as const;
    const inside = pseudonymiseAddress(ipv4, prefixLength - EMBEDDED_AT, direction, key);
    return { family, value: ((value >> 32n) << 32n) | inside.value };
  }
  const bits = addressBits[family];
  const hostBits = BigInt(bits - prefixLength);
  const turn = turnerFor(family, direction, key);
  const network = value >> hostBits;
  const host = value - (network << hostBits);
  const turned = turn(network, 0, prefixLength, 0n);
  const plainNetwork = direction === "hide" ? network : turned;
  const turnHost = (part: bigint) => turn(part, prefixLength, bits, plainNetwork);
  return { family, value: (turned << hostBits) | (host === 0n ? 0n : turnNonZero(host, turnHost)) };
}

/** The one host part that would become zero becomes what zero would have become, so that the way back stays clear. */
function turnNonZero(host: bigint, turnHost: (part: bigint) => bigint): bigint {
  return turnHost(host) || turnHost(0n);
}

/** Turns the bits [from, to) of an address, given as a number of their own; `before` are the bits in front of them, in plain. */
function turnerFor(family: Address["family"], direction: Direction, { keyedBit, specialBlocks }: PseudonymKey) {
  const bits = addressBits[family];
  const blocks = specialBlocks.filter(({ address }) => address.family === family);
  const holdsBlock = (prefix: bigint, length: number) =>
    blocks.some((block) => block.prefixLength > length && block.address.value >> BigInt(bits - length) === prefix);
  return (given: bigint, from: number, to: number, before: bigint): bigint => {
    let plain = before;
    let turned = 0n;
    for (let length = from; length < to; length++) {
      const bit = (given >> BigInt(to - length - 1)) & 1n;
      const isTurned = !holdsBlock(plain, length) && keyedBit(`${family} ${length} ${plain}`);
      const other = isTurned ? 1n - bit : bit;
      plain = (plain << 1n) | (direction === "hide" ? bit : other);
      turned = (turned << 1n) | other;
    }
    return turned;
  };
}
