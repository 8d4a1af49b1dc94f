import type { Address } from "./address.ts";

/** How far an IPv6 multicast packet may travel (RFC 7346, section 2). */
export type MulticastScope =
  | "interface-local"
  | "link-local"
  | "realm-local"
  | "admin-local"
  | "site-local"
  | "organization-local"
  | "global"
  | "reserved"
  | "unassigned";

/** By the value of the four scope bits. */
const scopes: readonly MulticastScope[] = [
  "reserved",
  "interface-local",
  "link-local",
  "realm-local",
  "admin-local",
  "site-local",
  "unassigned",
  "unassigned",
  "organization-local",
  "unassigned",
  "unassigned",
  "unassigned",
  "unassigned",
  "unassigned",
  "global",
  "reserved",
];

/** The scope an IPv6 multicast address carries in its second octet (RFC 4291, section 2.7); undefined for any other address. */
export function readMulticastScope(address: Address): MulticastScope | undefined {
  if (address.family !== 6 || address.value >> 120n !== 0xffn) return undefined;
  return scopes[Number((address.value >> 112n) & 0xfn)];
}
