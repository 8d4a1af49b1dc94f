import type { Mention } from "./mention.ts";
import { type JudgedMention, judgeMentions } from "./ruled-out/judge-mentions.ts";
import { phraseAt, splitWords, type Word } from "./words.ts";

/** How products are called: each phrase in lower case with the id it stands for. */
export type ProductLexicon = ReadonlyMap<string, readonly LexiconEntry[]>;
type LexiconEntry = { readonly parts: readonly string[]; readonly product: string; readonly isOrdinary: boolean };

/** `isOrdinary`: the phrase is an everyday word too and counts only where it is written as a name. */
export type ProductName = { readonly phrase: string; readonly product: string; readonly isOrdinary?: boolean };

/** Indexes names and aliases by their first word, the longest phrase first, so that "docker desktop" beats "docker". */
export function buildProductLexicon(names: Iterable<ProductName>): ProductLexicon {
  const lexicon = new Map<string, LexiconEntry[]>();
  for (const { phrase, product, isOrdinary = false } of names) {
    const parts = splitWords(phrase).map((word) => word.text);
    const [first] = parts;
    if (first === undefined) continue;
    lexicon.set(
      first,
      [...(lexicon.get(first) ?? []), { parts, product, isOrdinary }].sort((a, b) => b.parts.length - a.parts.length),
    );
  }
  return lexicon;
}

/** The products a text names, each mention once, in order. A product that is ruled out ("not on EKS") is not named. */
export function recogniseProducts(text: string, lexicon: ProductLexicon): Mention<string>[] {
  return mentionProducts(text, lexicon)
    .filter(({ standing }) => standing !== "ruled-out")
    .map(({ standing: _, ...mention }) => mention);
}

/** Every mention of a product, in order, also of one that is ruled out, and how each stands. */
export function mentionProducts(text: string, lexicon: ProductLexicon): JudgedMention[] {
  const words = splitWords(text);
  const found: Mention<string>[] = [];
  for (let at = 0; at < words.length; ) {
    const entry = entryAt(text, words, at, lexicon);
    if (entry) found.push(toMention(text, words, at, entry));
    at += entry?.parts.length ?? 1;
  }
  return judgeMentions(text, found);
}

function entryAt(text: string, words: readonly Word[], at: number, lexicon: ProductLexicon): LexiconEntry | undefined {
  const first = words[at];
  const entries = first && lexicon.get(first.text)?.filter((entry) => phraseAt(words, at, entry.parts));
  const exact = entries?.find((entry) => !entry.isOrdinary || isWrittenAsName(text, first));
  return exact ?? (first && gluedName(text, first, lexicon));
}

const SHORTEST_GLUED = 5;
/** What makers put behind their product's name to call one of its parts. */
const gluedPart = /^(?:d|ctl|nodes?|endpoints?|config|operator|agent|proxy|cni|net)$/;

/** `CiliumInternalIP`, `ciliumnode`, `calicoctl`: a part that bears its product's name speaks of the product. */
function gluedName(text: string, { text: word, start }: Word, lexicon: ProductLexicon): LexiconEntry | undefined {
  for (let end = word.length - 1; end >= SHORTEST_GLUED; end -= 1) {
    const entry = lexicon.get(word.slice(0, end))?.find(({ parts, isOrdinary }) => parts.length === 1 && !isOrdinary);
    const isPart = /\p{Lu}/u.test(text[start + end] ?? "") || gluedPart.test(word.slice(end));
    if (entry && isPart) return entry;
  }
  return undefined;
}

/** With a capital, and not merely because a sentence begins: "on Render", but neither "Render the page" nor "unbound". */
function isWrittenAsName(text: string, word: Word | undefined): boolean {
  if (word === undefined || !/\p{Lu}/u.test(text[word.start] ?? "")) return false;
  return /[^\s.!?:\n]\s*$/.test(text.slice(0, word.start));
}

function toMention(text: string, words: readonly Word[], at: number, entry: LexiconEntry): Mention<string> {
  const start = words[at]?.start ?? 0;
  const end = words[at + entry.parts.length - 1]?.end ?? start;
  const written = text.slice(start, end);
  return { value: entry.product, text: written, start, end, reason: `"${written}" names ${entry.product}` };
}
