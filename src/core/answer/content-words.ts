import { figuresIn } from "./figures-in.ts";
import { auxiliaries, glueWords, synonyms, weakWords } from "./word-classes.ts";

/** A word that says something, in one form for all its synonyms. A `weak` one may be left out. */
export type ContentWord = { readonly form: string; readonly weak: boolean };

/** The end of a clause: it may be joined to the next one, but none may be cut where there was no cut. */
const clauseEnd: ContentWord = { form: ".", weak: true };

/**
 * What a text says, in its order: every word that is not mere glue, each end of a clause, inline code letter by letter.
 * Two texts whose content words are equal say the same; nothing is claimed about texts whose content words differ.
 */
export function contentWords(text: string): ContentWord[] {
  const pieces =
    text
      .replace(/[’‘]/g, "'")
      .replace(/[–—]/g, " ")
      .match(/`[^`]*`|[^\s`]+/g) ?? [];
  const words = pieces.flatMap((piece) => (piece.startsWith("`") ? readCode(piece) : readWord(piece)));
  return withoutIdleEnds(
    markNegations(words)
      .filter((word) => !glueWords.has(word))
      .map(toContent),
  );
}

/** Backticks around a figure are a matter of looks; around anything else they make it code, which is kept as it is. */
function readCode(piece: string): string[] {
  const code = piece.slice(1, -1).trim();
  const [figure] = figuresIn(code);
  return figure === code.toLowerCase() ? [figure] : [`\`${code}\``];
}

function readWord(piece: string): string[] {
  const ends = /[.;?!][)"']*$/.test(piece) ? ["."] : [];
  const word = piece
    .toLowerCase()
    .replace(/^[("'[<,;!?]+/, "")
    .replace(/[)"'\]>,;:.!?]+$/, "");
  return [...expand(word), ...ends];
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

function toContent(word: string): ContentWord {
  if (word === ".") return clauseEnd;
  return { form: canonicalForm(word), weak: weakWords.has(word) };
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

function withoutIdleEnds(words: readonly ContentWord[]): ContentWord[] {
  return words.filter((word, i) => word !== clauseEnd || (i > 0 && i < words.length - 1 && words[i + 1] !== clauseEnd));
}
