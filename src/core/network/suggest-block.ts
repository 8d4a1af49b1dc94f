import type { Cidr } from "./cidr.ts";
import { cidrsOverlap } from "./cidr.ts";
import type { KnownRange } from "./overlap.ts";
import { suggestFreeBlock } from "./overlap.ts";

/** A block to use, and the known ranges it could not keep clear of; with none left it is free of them all. */
export type BlockSuggestion = { readonly cidr: Cidr; readonly inside: readonly KnownRange[] };

/**
 * A private IPv4 block that overlaps with none of the given blocks and with as few known ranges as possible. Some products take a range
 * as wide as 10.0.0.0/8 by default, and together they cover all private addresses; so when nothing is free of all, the widest known
 * ranges are given up first: such a range is a pool that is used in small parts. Undefined when the given blocks leave no room.
 */
export function suggestBlock(
  cidrs: readonly Cidr[],
  knownRanges: readonly KnownRange[],
  prefixLength: number,
): BlockSuggestion | undefined {
  const lengths = new Set(knownRanges.map(({ cidr }) => cidr.prefixLength));
  for (const givenUp of [-1, ...[...lengths].sort((a, b) => a - b)]) {
    const avoided = knownRanges.filter(({ cidr }) => cidr.prefixLength > givenUp);
    const cidr = suggestFreeBlock(cidrs, avoided, prefixLength);
    if (cidr) return { cidr, inside: knownRanges.filter((known) => cidrsOverlap(known.cidr, cidr)) };
  }
  return undefined;
}
