import { askingWords, conditionWords, negations, reachWords } from "./word-classes.ts";

/**
 * The words of a text with each condition behind what it belongs to: "if A, B" becomes "B if A". Only where a sentence has
 * one condition and nothing in it makes its reach doubtful; such a condition is marked, so that it never equals one that
 * could not have moved.
 */
export function settleConditions(words: readonly string[]): string[] {
  return sentencesOf(words).flatMap((sentence) => settleSentence(sentence) ?? sentence);
}

/** Each with its end, which has the form ".". */
function sentencesOf(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    sentences.at(-1)?.push(word);
    if (word === ".") sentences.push([]);
  }
  return sentences;
}

function settleSentence(sentence: readonly string[]): string[] | undefined {
  const end = sentence.at(-1) === "." ? ["."] : [];
  const words = end.length > 0 ? sentence.slice(0, -1) : sentence;
  const parts = splitAtCondition(words);
  if (!parts || !mayMove(parts)) return undefined;
  const { opening, condition, main } = parts;
  return [...main, `>${opening}`, ...condition, ...end];
}

type Parts = { readonly opening: string; readonly condition: readonly string[]; readonly main: readonly string[] };

/** A leading condition ends at the only comma; one that comes second may have a comma before it and nowhere else. */
function splitAtCondition(words: readonly string[]): Parts | undefined {
  const at = words.findIndex((word) => conditionWords.has(word));
  const opening = words[at];
  if (opening === undefined) return undefined;
  const comma = words.indexOf(",");
  if (at === 0)
    return comma < 0 ? undefined : { opening, condition: words.slice(1, comma), main: words.slice(comma + 1) };
  return { opening, condition: words.slice(at + 1), main: words.slice(0, comma === at - 1 ? comma : at) };
}

function mayMove({ opening, condition, main }: Parts): boolean {
  if (condition.length === 0 || main.length === 0) return false;
  const isPlain = (word: string) => word !== "," && !conditionWords.has(word) && !reachWords.has(word);
  if (![...condition, ...main].every(isPlain) || main.some((word) => askingWords.has(word))) return false;
  // "It is not seen because of X" may deny the reason; "because of X it is not seen" cannot.
  return !(opening === "because" || opening === "since") || !main.some((word) => negations.has(word));
}
