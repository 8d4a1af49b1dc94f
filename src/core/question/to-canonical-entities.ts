import { formatAddress } from "../network/address.ts";
import { formatRange } from "../network/address-range.ts";
import { formatCidr } from "../network/cidr.ts";
import type { Entities } from "./entities.ts";
import type { Mention } from "./mention.ts";

/** Entities as canonical text, without duplicates, in order of appearance: the form of the command line's `extract`. */
export type CanonicalEntities = {
  readonly addresses: readonly string[];
  readonly cidrs: readonly string[];
  readonly ranges: readonly string[];
  readonly hostnames: readonly string[];
};

export function toCanonicalEntities(entities: Entities): CanonicalEntities {
  return {
    addresses: distinct(entities.addresses, formatAddress),
    cidrs: distinct(entities.cidrs, formatCidr),
    ranges: distinct(entities.ranges, formatRange),
    hostnames: distinct(entities.hostnames, ({ name }) => name),
  };
}

function distinct<T>(mentions: readonly Mention<T>[], format: (value: T) => string): readonly string[] {
  return [...new Set(mentions.map(({ value }) => format(value)))];
}
