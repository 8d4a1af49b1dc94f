import type { Rarity } from "./telling-words.ts";

/**
 * Texts, each by its place, seen from their words: which of them have a word is known without reading them again (an
 * inverted index). All figures are sums of rarity.
 */
export type WordIndex = {
  /** The places of the texts that have this word. */
  readonly having: (word: string) => readonly number[];
  /** Of each text: what the words it shares with `words` say. */
  readonly weighShared: (words: ReadonlySet<string>) => Float64Array;
  /** Of each text: what all its words say. */
  readonly whole: Float64Array;
};

/** Indexes texts, given as their telling words. */
export function indexWords(texts: readonly ReadonlySet<string>[], rarity: Rarity): WordIndex {
  const places = new Map<string, number[]>();
  for (const [place, words] of texts.entries()) {
    for (const word of words) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  }
  const weighShared = (words: ReadonlySet<string>) => {
    const sums = new Float64Array(texts.length);
    for (const word of words) {
      const weight = rarity(word);
      for (const place of places.get(word) ?? []) sums[place] = (sums[place] ?? 0) + weight;
    }
    return sums;
  };
  return { having: (word) => places.get(word) ?? [], weighShared, whole: weighShared(new Set(places.keys())) };
}
