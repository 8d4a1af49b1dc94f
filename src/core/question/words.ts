/** A word of a text: lower case letters and digits of any script, and where it stood. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

/** Splits a text into words; everything that is neither letter nor digit separates, so `kube-ovn` and `kube ovn` are alike. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** True where the words of `phrase` follow each other in `words` from position `at`. */
export function phraseAt(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((part, i) => words[at + i]?.text === part);
}

/**
 * True when the phrase stands in the text as it is written, not as part of a longer word: `mask` is not in `unmasked`, and
 * `.pod.` is only where both dots are. Both are lower case.
 */
export function containsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0 && phrase !== ""; at = text.indexOf(phrase, at + 1)) {
    if (hasPhraseAt(text, phrase, at)) return true;
  }
  return false;
}

/** Whether the phrase stands at this place of the text, and no word runs on over its ends. */
export function hasPhraseAt(text: string, phrase: string, at: number): boolean {
  return text.startsWith(phrase, at) && !joins(text, at) && !joins(text, at + phrase.length);
}

/** Where each word of a text begins. */
export function placesOfWords(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { text: word, start } of splitWords(text)) {
    const known = places.get(word);
    if (known) known.push(start);
    else places.set(word, [start]);
  }
  return places;
}

const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a word runs on over this position. */
function joins(text: string, at: number): boolean {
  return wordCharacter.test(text[at - 1] ?? "") && wordCharacter.test(text[at] ?? "");
}
