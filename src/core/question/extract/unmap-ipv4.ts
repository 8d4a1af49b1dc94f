import { type Address, formatAddress } from "../../network/address.ts";
import type { Cidr } from "../../network/cidr.ts";
import { readEmbeddedAddress } from "../../network/embedded-address.ts";
import type { Place } from "./found.ts";
import type { Reading } from "./reading.ts";

const MAPPED_BITS = 96;

/** An IPv4-mapped IPv6 address (RFC 4291, section 2.5.5.2) is how a dual-stack socket shows an IPv4 peer: the IPv4 address is meant. */
export function unmapAddress(reading: Reading, found: Place & { readonly value: Address }): Address {
  const embedded = readEmbeddedAddress(found.value);
  if (embedded?.kind !== "ipv4-mapped") return found.value;
  const shown = formatAddress(embedded.address);
  const explanation = `${reading.text.slice(found.start, found.end)} is ${shown} in IPv4-mapped form (RFC 4291): how a dual-stack socket shows a plain IPv4 peer.`;
  reading.notes.addFinding({ start: found.start, end: found.end, kind: "ipv4-mapped", explanation });
  return embedded.address;
}

/** A block within ::ffff:0:0/96 is a block of IPv4; that block itself is the one of all mapped addresses, and stays as it is. */
export function unmapCidr(reading: Reading, found: Place & { readonly value: Cidr }): Cidr {
  const { address, prefixLength } = found.value;
  if (prefixLength <= MAPPED_BITS || readEmbeddedAddress(address)?.kind !== "ipv4-mapped") return found.value;
  return { address: unmapAddress(reading, { ...found, value: address }), prefixLength: prefixLength - MAPPED_BITS };
}
