import { countEach } from "../count-each.ts";
import type { WordingRule } from "./wording-rule.ts";

/** What plain English needs. Backticks are counted apart, since a figure may be set as code. */
const harmless = /[A-Za-z0-9 .,;:()'’–—`-]/;

/**
 * Everything beyond letters, digits and punctuation of a sentence must already be in the statement, as often: brackets,
 * asterisks, quotes, control, invisible and bidirectional characters, and look-alikes from other scripts.
 */
export const addsNoCharacters: WordingRule = {
  name: "adds-no-characters",
  judge: (wording, plain) => {
    const allowed = countOthers(plain.text);
    const isAdded = [...countOthers(wording.text)].some(([character, count]) => count > (allowed.get(character) ?? 0));
    if (isAdded) return "The wording holds characters that the statement does not hold.";
    if (!isPaired(wording.text) && isPaired(plain.text)) return "A backtick is left open.";
    return /^[.,;:)–—-]/.test(wording.text) && wording.text[0] !== plain.text[0]
      ? "The wording begins with punctuation."
      : undefined;
  },
};

function countOthers(text: string): Map<string, number> {
  return countEach([...text].filter((character) => !harmless.test(character)));
}

function isPaired(text: string): boolean {
  return !text.includes("``") && text.split("`").length % 2 === 1;
}
