import { contentWords } from "../content-words.ts";
import type { WordingRule } from "./wording-rule.ts";

/**
 * The same content words in the same order, weak ones perhaps left out. So no negation, condition, figure, flag or name
 * can be added, dropped or swapped. Other ways to say the same are refused too: what cannot be shown equal is not sent.
 */
export const saysTheSame: WordingRule = {
  name: "says-the-same",
  judge: (wording, plain) => {
    const said = contentWords(wording.text);
    let next = 0;
    for (const { form, weak } of contentWords(plain.text)) {
      if (said[next]?.form === form) next += 1;
      else if (!weak) return "The wording leaves out, adds or moves something the statement says.";
    }
    return next < said.length ? "The wording adds something to the statement." : undefined;
  },
};
