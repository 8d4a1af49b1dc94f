import { countEach } from "../count-each.ts";
import type { WordingRule } from "./wording-rule.ts";

/** Letters of any language with their accents, the digits 0 to 9, and the punctuation that sentences have somewhere. */
const harmless = /[\p{L}\p{M}0-9 .,;:()'’‘“”„«»–—、。，：；（）「」・-]/u;

/** Scripts whose letters look like Latin ones. */
const lookAlikes = /\p{Script=Cyrillic}|\p{Script=Greek}/u;

/**
 * For a translation: beyond letters and punctuation of a sentence every character must already be in the statement, as
 * often; so no mark-up, mention, invisible or bidirectional character and no digit of another script. A word may not mix
 * Latin letters with such as look like them.
 */
export const addsNoMarks: WordingRule = {
  name: "adds-no-marks",
  judge: (wording, plain) => {
    const marksIn = (text: string) => countEach([...text].filter((character) => !harmless.test(character)));
    const allowed = marksIn(plain.text);
    const isAdded = [...marksIn(wording.text)].some(([character, count]) => count > (allowed.get(character) ?? 0));
    if (isAdded) return "The wording holds characters that the statement does not hold.";
    const words = wording.text.match(/[\p{L}\p{M}]+/gu) ?? [];
    return words.some((word) => lookAlikes.test(word) && /\p{Script=Latin}/u.test(word))
      ? "The wording mixes scripts within a word."
      : undefined;
  },
};
