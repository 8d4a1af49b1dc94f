import type { Cidr } from "./cidr.ts";
import { isSameCidr } from "./cidr.ts";
import type { OverlapRole } from "./overlap-consequence.ts";
import { overlapConsequences, sharedNetworkConsequence } from "./overlap-consequence.ts";
import type { PrefixEntry, PrefixTable } from "./prefix-table.ts";
import { buildPrefixTable } from "./prefix-table.ts";
import { firstFreeSubnet } from "./subnet.ts";

/** A block that a product uses by itself. `factId` names the knowledge entry it comes from. */
export type KnownRange = {
  readonly cidr: Cidr;
  readonly product: string;
  readonly role: OverlapRole;
  readonly factId: string;
  readonly statement?: string;
};

/** How `cidr` lies to `other`. Two CIDRs never overlap in part: one always lies in the other. */
export type OverlapKind = "equal" | "contains" | "inside";

/** `cidr` is always one of the given blocks, `other` a given or a known one; `shared` is the smaller of the two. */
export type Overlap = {
  readonly cidr: Cidr;
  readonly kind: OverlapKind;
  readonly other: Cidr;
  readonly shared: Cidr;
  /** What the other block belongs to; left out when it is one of the given ones. */
  readonly known?: KnownRange;
  readonly consequence: string;
};

/**
 * All overlaps of the given blocks, each pair once: those with one another first, in the order given, then those with the known
 * ranges, in their order. A block that is given twice overlaps with its twin.
 */
export function findOverlaps(cidrs: readonly Cidr[], knownRanges: readonly KnownRange[]): readonly Overlap[] {
  const knownCidrs = knownRanges.map((known) => known.cidr);
  const among = findPairs(cidrs, cidrs).filter(([first, second]) => first < second);
  const withKnown = findPairs(cidrs, knownCidrs);
  return [
    ...among.map(([first, second]) => describe(cidrs[first], cidrs[second])),
    ...withKnown.map(([first, second]) => describe(cidrs[first], knownCidrs[second], knownRanges[second])),
  ].filter((overlap) => overlap !== undefined);
}

/** Where networks of one's own are numbered from (RFC 1918), the roomiest block first. */
const privateBlocks: readonly Cidr[] = [
  { address: { family: 4, value: 0x0a00_0000n }, prefixLength: 8 },
  { address: { family: 4, value: 0xac10_0000n }, prefixLength: 12 },
  { address: { family: 4, value: 0xc0a8_0000n }, prefixLength: 16 },
];

/**
 * The first private IPv4 block of this length that overlaps with none of the given and none of the known; undefined when there is
 * none. There is no such suggestion for IPv6: a unique local prefix must be drawn at random (RFC 4193, section 3.2.2).
 */
export function suggestFreeBlock(
  cidrs: readonly Cidr[],
  knownRanges: readonly KnownRange[],
  prefixLength: number,
): Cidr | undefined {
  const taken = [...cidrs, ...knownRanges.map((known) => known.cidr)];
  for (const block of privateBlocks) {
    const free = firstFreeSubnet(block, taken, prefixLength);
    if (free) return free;
  }
  return undefined;
}

type Pair = readonly [first: number, second: number];

/** Which of `first` overlap with which of `second`, as positions, in order. */
function findPairs(first: readonly Cidr[], second: readonly Cidr[]): readonly Pair[] {
  const firstTable = tableOf(first);
  const secondTable = tableOf(second);
  const inSecond = first.flatMap((cidr, index) =>
    holdersOf(cidr, secondTable).map(({ value }): Pair => [index, value]),
  );
  const inFirst = second.flatMap((cidr, index) =>
    holdersOf(cidr, firstTable)
      .filter((holder) => !isSameCidr(holder.cidr, cidr))
      .map(({ value }): Pair => [value, index]),
  );
  return [...inSecond, ...inFirst].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function tableOf(cidrs: readonly Cidr[]): PrefixTable<number> {
  return buildPrefixTable(cidrs.map((cidr, index) => ({ cidr, value: index })));
}

/** The entries whose block holds all of this one. */
function holdersOf(cidr: Cidr, table: PrefixTable<number>): readonly PrefixEntry<number>[] {
  return table.allMatches(cidr.address).filter((entry) => entry.cidr.prefixLength <= cidr.prefixLength);
}

function describe(cidr: Cidr | undefined, other: Cidr | undefined, known?: KnownRange): Overlap | undefined {
  if (!cidr || !other) return undefined;
  const kind = kindOf(cidr, other);
  return {
    cidr,
    kind,
    other,
    shared: kind === "contains" ? other : cidr,
    ...(known && { known }),
    consequence: known ? overlapConsequences[known.role] : sharedNetworkConsequence,
  };
}

function kindOf(cidr: Cidr, other: Cidr): OverlapKind {
  if (isSameCidr(cidr, other)) return "equal";
  return cidr.prefixLength < other.prefixLength ? "contains" : "inside";
}
