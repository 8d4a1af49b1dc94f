import { countEach } from "../count-each.ts";
import { figuresIn, writtenFiguresIn } from "../figures-in.ts";
import type { WordingRule } from "./wording-rule.ts";

/**
 * For a translation: each figure as often as in the statement, and no other. A number that the statement spells out may
 * come as digits or as a word of the other language, which cannot be read here.
 */
export const keepsItsFigures: WordingRule = {
  name: "keeps-its-figures",
  judge: (wording, plain) => {
    const said = countEach(writtenFiguresIn(wording.text));
    const wanted = countEach(writtenFiguresIn(plain.text));
    const allowed = countEach(figuresIn(plain.text));
    const isLost = [...wanted].some(([figure, count]) => (said.get(figure) ?? 0) < count);
    if (isLost) return "The wording leaves out a figure of the statement.";
    const isAdded = [...said].some(([figure, count]) => count > (allowed.get(figure) ?? 0));
    return isAdded ? "The wording holds a figure that the statement does not hold." : undefined;
  },
};
