import { splitWords } from "./words.ts";

/** How much it says to have a word: the inverse document frequency among these texts; 0 for a word that none of them has. */
export type Rarity = (word: string) => number;

/** Counts in how many of the texts, given as their telling words, each word stands. */
export function rarityAmong(texts: readonly ReadonlySet<string>[]): Rarity {
  const frequency = new Map<string, number>();
  for (const words of texts) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const rarity = new Map([...frequency].map(([word, count]) => [word, Math.log(texts.length / count)]));
  return (word) => rarity.get(word) ?? 0;
}

/** The words of a text that say what it is about, in their plain form: no numbers, nothing that every sentence has. */
export function telling(text: string): ReadonlySet<string> {
  const words = splitWords(text).map((word) => word.text);
  return new Set(words.filter((word) => word.length > 2 && !/^\d/.test(word) && !commonWords.has(word)).map(plainForm));
}

/** Folds the endings that English puts on one word; crude on purpose, both sides are folded alike. */
function plainForm(word: string): string {
  const stem = word.replace(/(?:ing|ed|es|e|s)$/, "");
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
