import { type Cidr, cidrContainsCidr, isSameCidr } from "../../network/cidr.ts";
import { askedBlocks, pointedAt, proseOf } from "./asked-in-prose.ts";
import type { ListingEntry, ListingKind } from "./listing-entry.ts";
import type { ListingFinding } from "./listing-finding.ts";
import { listingReaders } from "./listing-readers.ts";
import { splitPastedLines } from "./pasted-lines.ts";
import { rankListed, roleListedAs } from "./rank-listed.ts";

type Entry = ListingEntry & { readonly kind: ListingKind };
type Paste = { readonly entries: readonly Entry[]; readonly prose: string };

/**
 * What the pastes of a thread say of the addresses that its prose asks about, the most telling first of each. `messages` come
 * newest first; the newest one that points to an address decides which are meant, and all of them are searched.
 */
export function findInListings(messages: readonly string[]): ListingFinding[] {
  const pastes = messages.map(readPaste);
  const entries = pastes.flatMap((paste) => paste.entries);
  if (entries.length === 0) return [];
  for (const { prose } of pastes) {
    const named = askedBlocks(prose);
    const asked = named.length > 0 ? named : pointedAt(prose, entries);
    if (asked.length > 0) return inTurn(asked.map((block) => findFor(block, entries)));
  }
  return [];
}

const looksLikeAddress = /\d\.\d{1,3}\.\d|[\da-f]:[\da-f]{0,4}:/i;

function readPaste(message: string): Paste {
  if (!looksLikeAddress.test(message)) return { entries: [], prose: message };
  const lines = splitPastedLines(message);
  const texts = lines.map(({ text }) => text);
  const kinds = Object.keys(listingReaders) as ListingKind[];
  const entries = kinds.flatMap((kind) => listingReaders[kind](texts).map((entry) => ({ ...entry, kind })));
  return { entries, prose: proseOf(lines, entries) };
}

/** The best finding of each address before the second one of any. */
function inTurn(findings: readonly (readonly ListingFinding[])[]): ListingFinding[] {
  const deepest = Math.max(0, ...findings.map(({ length }) => length));
  return Array.from({ length: deepest }, (_, i) => findings.flatMap((list) => list.slice(i, i + 1))).flat();
}

function findFor(asked: Cidr, entries: readonly Entry[]): ListingFinding[] {
  const holding = entries.filter(({ block }) => cidrContainsCidr(block, asked));
  const exact = holding.filter(({ block }) => isSameCidr(block, asked));
  // What is listed itself needs no network that it lies in.
  const groups = Map.groupBy(exact.length > 0 ? exact : holding, ({ as }) => as);
  const findings = [...groups.values()].flatMap((group) => toFinding(asked, withLongestPrefix(group)));
  return withHostNetwork(findings).toSorted((a, b) => rankListed(a.as) - rankListed(b.as));
}

function withLongestPrefix(entries: readonly Entry[]): Entry[] {
  const longest = entries.reduce((length, { block }) => Math.max(length, block.prefixLength), 0);
  return entries.filter(({ block }) => block.prefixLength === longest);
}

function toFinding(asked: Cidr, entries: readonly Entry[]): ListingFinding[] {
  const [first] = entries;
  if (first === undefined) return [];
  const role = roleListedAs(first.as);
  return [
    {
      asked,
      block: first.block,
      kind: first.kind,
      as: first.as,
      names: distinct(entries.map(({ name }) => name)),
      others: distinct(entries.map(({ other }) => other)),
      ...(role ? { role } : {}),
    },
  ];
}

function distinct(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names)].filter((name) => name !== undefined);
}

/** A pod that is listed with its node's address has it from the node: they share one network. */
function withHostNetwork(findings: readonly ListingFinding[]): ListingFinding[] {
  const pod = findings.find(({ as }) => as === "pod");
  const node = findings.find(({ as }) => as === "node") ?? findings.find(({ as }) => as === "node-of-pod");
  if (pod === undefined || node === undefined) return [...findings];
  const others = node.as === "node" ? node.names : node.others;
  const rest = findings.filter((finding) => finding !== pod && finding !== node);
  return [{ ...pod, as: "host-network", others, role: "node" }, ...rest];
}
