import { figuresIn } from "./figures-in.ts";
import { auxiliaries, glueWords, negations, synonyms, weakWords } from "./word-classes.ts";

/**
 * A word that says something, in one form for all its synonyms; a `weak` one may be left out. The end of a sentence
 * (also a semicolon) has the form ".", a comma, a colon or a dash the form ",".
 */
export type ContentWord = { readonly form: string; readonly weak: boolean };

/**
 * What a text says, in its order: every word that is not mere glue, the breaks between them, inline code letter by letter.
 * Two texts whose content words are equal say the same; nothing is claimed about texts whose content words differ.
 * `arrange` may put the words in another order first, both texts in the same way.
 */
export function contentWords(
  text: string,
  arrange: (words: readonly string[]) => readonly string[] = (words) => words,
): ContentWord[] {
  const words = arrange(markNegations(wordsOf(text)));
  return withoutIdleBreaks(words.filter((word) => !glueWords.has(word))).map(toContent);
}

function wordsOf(text: string): string[] {
  const pieces =
    text
      .replace(/[’‘]/g, "'")
      .replace(/[–—]/g, " , ")
      .match(/`[^`]*`|[^\s`]+/g) ?? [];
  return pieces.flatMap((piece) => (piece.startsWith("`") ? readCode(piece) : readWord(piece)));
}

/** Backticks around a figure are a matter of looks; around anything else they make it code, which is kept as it is. */
function readCode(piece: string): string[] {
  const code = piece.slice(1, -1).trim();
  const [figure] = figuresIn(code);
  return figure === code.toLowerCase() ? [figure] : [`\`${code}\``];
}

/** The punctuation that ends a word (`fe80::` keeps its own); by the look-behind a long run of it is read only once. */
const closing = /(?<![)"'\]>,;:.!?])[)"'\]>,;:.!?]+$/;

function readWord(piece: string): string[] {
  const [end = ""] = closing.exec(piece) ?? [];
  const pause = /[.;?!]/.test(end) ? ["."] : /[,:]/.test(end) ? [","] : [];
  const word = piece
    .toLowerCase()
    .replace(/^[("'[<,;!?]+/, "")
    .replace(closing, (run) => (run.startsWith("::") ? "::" : ""));
  return [...expand(word), ...pause];
}

/** `can't` is `can not`, `it's` and `pod's` lose their ending, `in-cluster` is two words. */
function expand(word: string): string[] {
  if (word === "" || /^-+$/.test(word)) return [];
  if (word === "cannot" || word === "can't") return ["can", "not"];
  if (word === "won't") return ["will", "not"];
  const [, base = "", ending = ""] = /^([a-z]+)(n't|'s|'re|'ve|'ll|'d)$/.exec(word) ?? [];
  if (ending === "n't") return [base, "not"];
  if (ending === "'ll") return [base, "will"];
  if (ending === "'d") return [base, "would"];
  if (base) return [base];
  return /^[a-z]+(?:-[a-z]+)+$/.test(word) ? word.split("-") : [word];
}

/** "Is not" denies what follows, a bare "not" denies one word: moving the verb must not turn one into the other. */
function markNegations(words: readonly string[]): string[] {
  return words.map((word, i) => (word === "not" && auxiliaries.has(words[i - 1] ?? "") ? "does-not" : word));
}

/** Behind a negation no word is weak: "not simply dropped" is not "not dropped". */
function toContent(word: string, i: number, words: readonly string[]): ContentWord {
  if (isBreak(word)) return { form: word, weak: false };
  return { form: canonicalForm(word), weak: weakWords.has(word) && !negations.has(words[i - 1] ?? "") };
}

function canonicalForm(word: string): string {
  const synonym = synonyms.get(word);
  if (synonym) return synonym;
  if (/^[a-z]+$/.test(word)) return figuresIn(word)[0] ?? withoutPlural(word);
  return word.replace(/^v(?=\d)/, "");
}

/** Only -s, never -ed or -ing: "the node masks" and "the node is masked" are opposites. */
function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/(?<=ss|sh|ch|x)es$|(?<=[a-z]{2})s$/, "");
}

function isBreak(word: string | undefined): boolean {
  return word === "." || word === ",";
}

/** Of breaks in a row the strongest stays; before the first and after the last word there is nothing to break. */
function withoutIdleBreaks(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    if (!isBreak(word)) kept.push(word);
    else if (last === ",") kept[kept.length - 1] = word;
    else if (last !== undefined && last !== ".") kept.push(word);
  }
  return isBreak(kept.at(-1)) ? kept.slice(0, -1) : kept;
}
