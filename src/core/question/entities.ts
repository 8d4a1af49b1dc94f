import type { Address } from "../network/address.ts";
import type { AddressRange } from "../network/address-range.ts";
import type { Cidr } from "../network/cidr.ts";
import type { Mention } from "./mention.ts";

/** What stands behind a mention of a host name: an address that the name spells out, as `ip-10-0-1-23` does. */
export type Hostname = { readonly name: string; readonly encodes?: Address };

/** A notation that is broken or can be read in more than one way; it is explained, never silently read one way. */
export type NotationFinding = {
  readonly kind:
    | "octet-over-255"
    | "too-many-octets"
    | "prefix-too-long"
    | "too-many-groups"
    | "malformed-ipv6"
    | "leading-zero"
    | "hexadecimal"
    | "short-form"
    | "short-block"
    | "integer-form"
    | "host-bits-set"
    | "reversed-range"
    | "wildcard-read-as-cidr"
    | "ipv4-mapped";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** One plain sentence: what is wrong or ambiguous, and what it could mean. */
  readonly explanation: string;
  /** The address that programs make of it which read more than four decimal parts. */
  readonly readsAs?: Address;
};

/** Something that looks like an address or a host name and was deliberately not taken, with the reason. */
export type Rejection = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
};

/** All that a text names, in order of appearance, each with its place and the reason it was taken. */
export type Entities = {
  readonly addresses: readonly Mention<Address>[];
  readonly cidrs: readonly Mention<Cidr>[];
  readonly ranges: readonly Mention<AddressRange>[];
  readonly hostnames: readonly Mention<Hostname>[];
  readonly ports: readonly Mention<number>[];
  readonly findings: readonly NotationFinding[];
  readonly rejected: readonly Rejection[];
};
