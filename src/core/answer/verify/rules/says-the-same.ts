import { type ContentWord, contentWords } from "../content-words.ts";
import { settleConditions } from "../settle-conditions.ts";
import type { WordingRule } from "./wording-rule.ts";

/**
 * The same content words in the same order, weak ones perhaps left out and a condition perhaps at the other end of its
 * sentence. So no negation, condition, figure, flag or name can be added, dropped or swapped. Other ways to say the same
 * are refused too: what cannot be shown equal is not sent.
 */
export const saysTheSame: WordingRule = {
  name: "says-the-same",
  judge: (wording, plain) => {
    const problem = compare(contentWords(plain.text), contentWords(wording.text));
    if (problem === undefined) return undefined;
    const settled = (text: string) => contentWords(text, settleConditions);
    return compare(settled(plain.text), settled(wording.text)) === undefined ? undefined : problem;
  },
};

function compare(plain: readonly ContentWord[], said: readonly ContentWord[]): string | undefined {
  let next: number | undefined = 0;
  for (const word of plain) {
    next = passWord(word, said, next);
    if (next === undefined) return "The wording leaves out, adds or moves something the statement says.";
  }
  return next < said.length ? "The wording adds something to the statement." : undefined;
}

/**
 * Where to go on in `said` after `word` of the plain statement; undefined where the two part. A comma may come and go;
 * the end of a sentence may become a comma, but it may neither vanish nor come where none was.
 */
function passWord({ form, weak }: ContentWord, said: readonly ContentWord[], next: number): number | undefined {
  const here = said[next]?.form;
  if (form === ".") return here === "." || here === "," ? next + 1 : undefined;
  if (form === ",") return here === "," ? next + 1 : next;
  const at = here === "," ? next + 1 : next;
  if (said[at]?.form === form) return at + 1;
  return weak ? next : undefined;
}
