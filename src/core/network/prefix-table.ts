import type { Address } from "./address.ts";
import { highestValue } from "./address.ts";
import type { Cidr } from "./cidr.ts";
import { compareCidrs, isSameCidr, lastAddress } from "./cidr.ts";
import { Ipv4Index, readIpv4Bits } from "./ipv4-index.ts";
import type { Ipv6Index } from "./ipv6-index.ts";
import { buildIpv6Index } from "./ipv6-index.ts";

/** What a prefix stands for. */
export type PrefixEntry<T> = { readonly cidr: Cidr; readonly value: T };

/** Answers "which of these prefixes hold this address?" for any number of prefixes of both families. Built once, never changed. */
export type PrefixTable<T> = {
  /** How many entries there are, those under an equal prefix counted one by one. */
  readonly size: number;
  /** The entry of the longest prefix that holds the address; of several under that prefix, the one given first. */
  readonly longestMatch: (address: Address) => PrefixEntry<T> | undefined;
  /** The same for an IPv4 address given as an unsigned 32-bit number, which spares many look-ups in a row the bigint. */
  readonly longestMatchIpv4: (bits: number) => PrefixEntry<T> | undefined;
  /** The entries of all prefixes that hold the address, the longest prefix first; under one prefix as they were given. */
  readonly allMatches: (address: Address) => readonly PrefixEntry<T>[];
};

/** Builds the table; the entries may come in any order, nest, and repeat a prefix. */
export function buildPrefixTable<T>(entries: Iterable<PrefixEntry<T>>): PrefixTable<T> {
  return new IndexedPrefixTable([...entries]);
}

/** The entries of one family by ascending prefix, and an index from addresses to them; `next` as of `flatten`. */
type FamilyTable<T, Index> = {
  readonly entries: readonly PrefixEntry<T>[];
  readonly next: Int32Array;
  readonly index: Index;
};

function buildFamilyTable<T, Index>(
  family: Address["family"],
  all: readonly PrefixEntry<T>[],
  buildIndex: (starts: readonly bigint[], owners: readonly number[]) => Index,
): FamilyTable<T, Index> {
  const entries = all.filter(({ cidr }) => cidr.address.family === family);
  entries.sort((a, b) => compareCidrs(a.cidr, b.cidr));
  const { starts, owners, next } = flatten(entries, highestValue[family]);
  return { entries, next, index: buildIndex(starts, owners) };
}

/** A class and no closures, since V8 makes a look-up that it inlines some 2 ns shorter so where a program has several tables. */
class IndexedPrefixTable<T> implements PrefixTable<T> {
  readonly size: number;
  readonly #ipv4: FamilyTable<T, Ipv4Index>;
  readonly #ipv6: FamilyTable<T, Ipv6Index>;

  constructor(all: readonly PrefixEntry<T>[]) {
    this.size = all.length;
    this.#ipv4 = buildFamilyTable(4, all, (starts, owners) => new Ipv4Index(starts, owners));
    this.#ipv6 = buildFamilyTable(6, all, buildIpv6Index);
  }

  longestMatchIpv4(bits: number): PrefixEntry<T> | undefined {
    const found = this.#ipv4.index.find(bits);
    return found < 0 ? undefined : this.#ipv4.entries[found];
  }

  longestMatch({ family, value }: Address): PrefixEntry<T> | undefined {
    if (family === 4) return this.longestMatchIpv4(readIpv4Bits(value));
    const found = this.#ipv6.index.find(value);
    return found < 0 ? undefined : this.#ipv6.entries[found];
  }

  allMatches({ family, value }: Address): readonly PrefixEntry<T>[] {
    return family === 4
      ? collectMatches(this.#ipv4, this.#ipv4.index.find(readIpv4Bits(value)))
      : collectMatches(this.#ipv6, this.#ipv6.index.find(value));
  }
}

/** The entry with the longest prefix, which may be none (-1), and those that match after it. */
function collectMatches<T>({ entries, next }: FamilyTable<T, unknown>, longest: number): PrefixEntry<T>[] {
  const found: PrefixEntry<T>[] = [];
  for (let index = longest; index >= 0; index = next[index] ?? -1) {
    const entry = entries[index];
    if (entry) found.push(entry);
  }
  return found;
}

/**
 * Turns nested prefixes into pieces that do not overlap: each piece belongs to the first entry of the longest prefix there (-1 for
 * none). `next` leads from an entry to the one that matches after it: its twin under the same prefix, else the prefix around it.
 */
function flatten(entries: readonly PrefixEntry<unknown>[], highest: bigint) {
  const starts: bigint[] = [];
  const owners: number[] = [];
  const next = new Int32Array(entries.length).fill(-1);
  const open: { readonly index: number; readonly last: bigint }[] = [];

  function beginPiece(start: bigint, owner: number): void {
    if (starts.at(-1) === start) owners[owners.length - 1] = owner;
    else if (owners.at(-1) !== owner) {
      starts.push(start);
      owners.push(owner);
    }
  }
  function closeUpTo(start: bigint): void {
    for (let top = open.at(-1); top && top.last < start; top = open.at(-1)) {
      open.pop();
      if (top.last < highest) beginPiece(top.last + 1n, open.at(-1)?.index ?? -1);
    }
  }

  for (const [index, { cidr }] of entries.entries()) {
    const before = entries[index - 1];
    if (before && isSameCidr(before.cidr, cidr)) continue;
    closeUpTo(cidr.address.value);
    const last = lastTwin(entries, index);
    for (let twin = index; twin < last; twin++) next[twin] = twin + 1;
    next[last] = open.at(-1)?.index ?? -1;
    beginPiece(cidr.address.value, index);
    open.push({ index, last: lastAddress(cidr).value });
  }
  closeUpTo(highest + 1n);
  return { starts, owners, next };
}

/** The last entry with the same prefix as entry `index`; equal prefixes stand side by side. */
function lastTwin(entries: readonly PrefixEntry<unknown>[], index: number): number {
  const first = entries[index];
  let last = index;
  for (let twin = entries[last + 1]; first && twin && isSameCidr(first.cidr, twin.cidr); twin = entries[last + 1])
    last++;
  return last;
}
