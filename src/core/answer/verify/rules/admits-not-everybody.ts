import type { VerifyRule } from "./verify-rule.ts";

/** The whole of a family, as a list of allowed sources would say it. */
const everybody = /(?<![\d.])(?:0\.0\.0\.0|::)\/0\b/;

/** What we give to paste must not open anything to the world, whatever the thread asked for. */
export const admitsNotEverybody: VerifyRule = {
  name: "admits-not-everybody",
  judge: ({ command = "", snippet }) =>
    everybody.test(command) || everybody.test(snippet?.text ?? "")
      ? "What is to be pasted names every address."
      : undefined,
};
