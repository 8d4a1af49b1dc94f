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

/** True when all words of the phrase follow each other somewhere in the text's words. */
export function containsPhrase(words: readonly Word[], phrase: string): boolean {
  const parts = splitWords(phrase).map((word) => word.text);
  return parts.length > 0 && words.some((_, at) => phraseAt(words, at, parts));
}
