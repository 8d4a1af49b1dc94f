import { splitWords } from "./words.ts";

/**
 * Tells how much a text has in common with each of many short texts: the sum of how rare each shared word is among them
 * (inverse document frequency). A word that stands in all of them counts nothing, a word of one alone about five.
 */
export type WordIndex<T> = { readonly score: (question: ReadonlySet<string>, entry: T) => number };

/** Indexes short texts by what they are about. */
export function buildWordIndex<T>(entries: readonly { readonly entry: T; readonly text: string }[]): WordIndex<T> {
  const words = new Map(entries.map(({ entry, text }) => [entry, telling(text)]));
  const frequency = new Map<string, number>();
  for (const set of words.values()) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log(entries.length / (frequency.get(word) ?? entries.length));
  return {
    score: (question, entry) => {
      const shared = [...(words.get(entry) ?? [])].filter((word) => question.has(word));
      return shared.reduce((sum, word) => sum + rarity(word), 0);
    },
  };
}

/** The words of a text that say what it is about, in their plain form: no numbers, nothing that every sentence has. */
export function telling(text: string): ReadonlySet<string> {
  const words = splitWords(text).map((word) => word.text);
  return new Set(words.filter((word) => word.length > 2 && !/^\d/.test(word) && !commonWords.has(word)).map(plainForm));
}

/** Folds the endings that English puts on one word; crude on purpose, both sides are folded alike. */
function plainForm(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|s)$/, "");
  return stem.length >= 3 ? stem : word;
}

const commonWords: ReadonlySet<string> = new Set(
  (
    "the and for that this with from are was were been have has had not but you your our they them their its it's his her " +
    "can could will would should may might must does did doing done into onto out over under than then there here what " +
    "which who whom whose when where why how all any each every some such same other another one two only also just very " +
    "get gets got see sees seen say says said use uses used using like need needs want wants make makes made give gives " +
    "given take takes taken set sets show shows shown work works working know known still yet even though because since " +
    "while unless until about after before again between through during without within address addresses range ranges ip"
  ).split(" "),
);
