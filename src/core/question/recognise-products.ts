import type { Mention } from "./mention.ts";
import { phraseAt, splitWords, type Word } from "./words.ts";

/** How products are called: each phrase in lower case with the id it stands for. */
export type ProductLexicon = ReadonlyMap<string, readonly LexiconEntry[]>;
type LexiconEntry = { readonly parts: readonly string[]; readonly product: string };

/** Indexes names and aliases by their first word, the longest phrase first, so that "docker desktop" beats "docker". */
export function buildProductLexicon(
  names: Iterable<{ readonly phrase: string; readonly product: string }>,
): ProductLexicon {
  const lexicon = new Map<string, LexiconEntry[]>();
  for (const { phrase, product } of names) {
    const parts = splitWords(phrase).map((word) => word.text);
    const [first] = parts;
    if (first === undefined) continue;
    lexicon.set(
      first,
      [...(lexicon.get(first) ?? []), { parts, product }].sort((a, b) => b.parts.length - a.parts.length),
    );
  }
  return lexicon;
}

const negations = new Set(["not", "no", "without", "never", "isn", "aren", "unlike"]);

/** The products a text names, each mention once, in order. A product that is ruled out ("not on EKS") is not named. */
export function recogniseProducts(text: string, lexicon: ProductLexicon): Mention<string>[] {
  const words = splitWords(text);
  const found: Mention<string>[] = [];
  for (let at = 0; at < words.length; ) {
    const entry = entryAt(words, at, lexicon);
    if (entry && !isRuledOut(text, words, at)) found.push(toMention(text, words, at, entry));
    at += entry?.parts.length ?? 1;
  }
  return found;
}

function entryAt(words: readonly Word[], at: number, lexicon: ProductLexicon): LexiconEntry | undefined {
  const first = words[at];
  return first && lexicon.get(first.text)?.find((entry) => phraseAt(words, at, entry.parts));
}

/**
 * Looks back two words within the clause, so that "not on EKS" and "no Docker" count, while "EKS, not GKE" and
 * "no idea. EKS is where it runs" leave EKS alone.
 */
function isRuledOut(text: string, words: readonly Word[], at: number): boolean {
  const here = words[at]?.start ?? 0;
  return [1, 2].some((back) => {
    const word = words[at - back];
    return word !== undefined && negations.has(word.text) && !/[.,;:?!]/.test(text.slice(word.end, here));
  });
}

function toMention(text: string, words: readonly Word[], at: number, entry: LexiconEntry): Mention<string> {
  const start = words[at]?.start ?? 0;
  const end = words[at + entry.parts.length - 1]?.end ?? start;
  const written = text.slice(start, end);
  return { value: entry.product, text: written, start, end, reason: `"${written}" names ${entry.product}` };
}
