import type { WordingRule } from "./wording-rule.ts";

/** A reader takes in the plain answer in twenty seconds; a wording may not take much longer. */
const MOST_GROWTH = 1.5;

export const keepsItsLength: WordingRule = {
  name: "keeps-its-length",
  judge: (wording, plain) => {
    if (wording.text.trim() === "") return "The wording is empty.";
    return wording.text.length > plain.text.length * MOST_GROWTH ? "The wording is too long." : undefined;
  },
};
