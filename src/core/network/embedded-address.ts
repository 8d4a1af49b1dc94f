import type { Address } from "./address.ts";

/** How an IPv6 address carries an IPv4 address. */
export type Embedding = "ipv4-mapped" | "ipv4-compatible" | "nat64" | "nat64-local" | "6to4" | "teredo" | "isatap";

/** An IPv4 address inside an IPv6 one. `server` and `port` are Teredo's: its server, and the UDP port its NAT shows outside. */
export type EmbeddedAddress = {
  readonly kind: Embedding;
  readonly address: Address;
  readonly server?: Address;
  readonly port?: number;
};

/** The IPv4 address that an IPv6 address carries by the rules of its block or of its interface identifier; undefined if none. */
export function readEmbeddedAddress(address: Address): EmbeddedAddress | undefined {
  if (address.family !== 6) return undefined;
  const { value } = address;
  if (value >> 32n === 0xffffn) return { kind: "ipv4-mapped", address: ipv4At(value, 0n) };
  if (value >> 32n === 0n && value > 0xff_ffffn) return { kind: "ipv4-compatible", address: ipv4At(value, 0n) };
  if (value >> 32n === 0x0064_ff9b_0000_0000_0000_0000n) return { kind: "nat64", address: ipv4At(value, 0n) };
  if (value >> 80n === 0x0064_ff9b_0001n) return readLocalNat64(value);
  if (value >> 112n === 0x2002n) return { kind: "6to4", address: ipv4At(value, 80n) };
  if (value >> 96n === 0x2001_0000n) return readTeredo(value);
  return readIsatap(value);
}

/** The 32 bits that have `below` bits under them. */
function ipv4At(value: bigint, below: bigint): Address {
  return { family: 4, value: (value >> below) & 0xffff_ffffn };
}

/**
 * 64:ff9b:1::/48 is cut into prefixes of each network's own choice (RFC 8215, section 4), and the address does not say how long that
 * prefix is. With all prefixes of RFC 6052, section 2.2 but a /96 the last 24 bits are zero, so only where they are not is the IPv4
 * address sure to be the last 32 bits. All other addresses of the block are left alone rather than read in one of four ways.
 */
function readLocalNat64(value: bigint): EmbeddedAddress | undefined {
  if ((value & 0xff_ffffn) === 0n) return undefined;
  return { kind: "nat64-local", address: ipv4At(value, 0n) };
}

/** RFC 4380, section 4: server, flags, port and client address; the last two with all bits inverted. */
function readTeredo(value: bigint): EmbeddedAddress {
  return {
    kind: "teredo",
    address: { family: 4, value: (value & 0xffff_ffffn) ^ 0xffff_ffffn },
    server: ipv4At(value, 64n),
    port: Number(((value >> 32n) & 0xffffn) ^ 0xffffn),
  };
}

/** RFC 5214, section 6.1: after a /64 of unicast, 0000:5efe or (with the universal bit) 0200:5efe and the IPv4 address. */
function readIsatap(value: bigint): EmbeddedAddress | undefined {
  const marker = (value >> 32n) & 0xffff_ffffn;
  const firstOctet = value >> 120n;
  const isUnicast = firstOctet !== 0n && firstOctet !== 0xffn;
  if (!isUnicast || (marker !== 0x0000_5efen && marker !== 0x0200_5efen)) return undefined;
  return { kind: "isatap", address: ipv4At(value, 0n) };
}
