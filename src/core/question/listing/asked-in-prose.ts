import type { Cidr } from "../../network/cidr.ts";
import { blockOfOne } from "../../network/cidr.ts";
import { extractEntities } from "../extract-entities.ts";
import type { ListingEntry } from "./listing-entry.ts";
import type { PastedLine } from "./pasted-lines.ts";

/** Prose around a paste is short; more than this is a paste of a kind we do not read. */
const MOST_PROSE = 6000;
const MOST_ASKED = 8;

/** The lines people wrote: outside code blocks and listings, and worded like talk, or first or last. */
export function proseOf(lines: readonly PastedLine[], entries: readonly ListingEntry[]): string {
  const isListed = markListed(lines.length, entries);
  const free = lines.flatMap(({ text, fenced }, i) => (fenced || isListed[i] || header.test(text) ? [] : [text]));
  const written = free.filter((text, i) => i === 0 || i === free.length - 1 || soundsLikeTalk(text));
  const asides = lines.flatMap(({ text, fenced }, i) => (!fenced && isListed[i] ? askingAside(text) : []));
  return [...written, ...asides].join("\n").slice(0, MOST_PROSE);
}

/** The question behind what was pasted on the same line: `… src=10.0.0.1 dst=10.0.0.2 … who is 10.0.0.2?` */
function askingAside(text: string): string[] {
  const aside = /\s(?:who|whose|what|which|why|where|is|so)\b[^?]{1,80}\?\s*$/i.exec(text.slice(-120))?.[0];
  return aside === undefined ? [] : [aside];
}

/** The head of a table names columns such as IP; nobody asks with it. */
const header = /^[^a-z0-9?]+$/;

/** A listing covers what stands between the line that opens an object and the line that was read. */
function markListed(count: number, entries: readonly ListingEntry[]): readonly boolean[] {
  const starts = new Int32Array(count + 1);
  for (const { from, to } of entries) {
    starts[from] = (starts[from] ?? 0) + 1;
    starts[to + 1] = (starts[to + 1] ?? 0) - 1;
  }
  let open = 0;
  return Array.from({ length: count }, (_, i) => {
    open += starts[i] ?? 0;
    return open > 0;
  });
}

const plainWord = /^[a-z'’]{1,20}[,.;:!]?$/i;
const questionWord = /\b(?:who|whose|what|which|why|where|how)\b/i;
const FEWEST_WORDS = 4;

function soundsLikeTalk(text: string): boolean {
  if (text.length > 1500) return false;
  const words = text.trim().split(/\s+/);
  return (
    text.includes("?") || questionWord.test(text) || words.filter((word) => plainWord.test(word)).length >= FEWEST_WORDS
  );
}

/** The addresses and blocks that prose names. */
export function askedBlocks(prose: string): Cidr[] {
  const { addresses, cidrs } = extractEntities(prose);
  return [
    ...addresses.map(({ value, start }) => ({ block: blockOfOne(value), start })),
    ...cidrs.map(({ value, start }) => ({ block: value, start })),
  ]
    .toSorted((a, b) => a.start - b.start)
    .map(({ block }) => block)
    .slice(0, MOST_ASKED);
}

const asksForHolder = /\b(?:ips?|address(?:es)?|who|whose)\b/i;
const asksForThis =
  /\b(?:this|that) (?:ip|address)\b|\b(?:who|whose|what)(?:'s| is| are)?(?: ip| address)?(?: is)? (?:this|that)\b/i;

/** Where prose names no address but asks for one: those that stand beside the names it has; for "this address", the only one. */
export function pointedAt(prose: string, entries: readonly ListingEntry[]): Cidr[] {
  if (!asksForHolder.test(prose)) return [];
  const words = new Set(prose.split(/[^\w.:/@-]+/).map((word) => word.replace(/[.:]+$/, "")));
  const named = entries.filter(({ name }) => name !== undefined && isTelling(name) && words.has(name));
  if (named.length > 0) return distinctBlocks(named).slice(0, MOST_ASKED);
  const held = asksForThis.test(prose) ? distinctBlocks(entries) : [];
  return held.length === 1 ? held : [];
}

/** A Service called `web` is not named by each sentence with the word. */
function isTelling(name: string): boolean {
  return /[-.\d_/]/.test(name) && name.length > 3;
}

function distinctBlocks(entries: readonly ListingEntry[]): Cidr[] {
  const byText = new Map(
    entries.map(({ block }) => [`${block.address.family} ${block.address.value}/${block.prefixLength}`, block]),
  );
  return [...byText.values()];
}
