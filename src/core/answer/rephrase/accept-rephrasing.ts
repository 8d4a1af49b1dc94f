import type { Audience } from "../../question/audience.ts";
import type { Answer, Statement } from "../answer.ts";
import { addsNoCharacters } from "../verify/rules/adds-no-characters.ts";
import { keepsItsLength } from "../verify/rules/keeps-its-length.ts";
import { saysTheSame } from "../verify/rules/says-the-same.ts";
import type { WordingRule } from "../verify/rules/wording-rule.ts";
import { verifyAnswer } from "../verify/verify-answer.ts";

/** Other words for the statements of an answer, in their order; as many as there are, each standing on the same evidence. */
export type Rephrasing = { readonly summary: string; readonly details: readonly string[] };

/** What came of asking a model. A model that fails in any way is `unavailable`, and the plain answer goes out. */
export type RephraseResult =
  | { readonly status: "rephrased"; readonly model: string; readonly wording: Rephrasing }
  | { readonly status: "unavailable"; readonly reason: string };

/** Asks a model for other words. Never rejects. */
export type Rephrase = (answer: Answer) => Promise<RephraseResult>;

const wordingRules: readonly WordingRule[] = [keepsItsLength, addsNoCharacters, saysTheSame];

/**
 * Takes a model's wording if each of its statements can be shown to say what the plain one says; if a single one cannot,
 * the plain answer stays whole. Steps, commands, the question back and the sources are never the model's.
 */
export function acceptRephrasing(plain: Answer, result: RephraseResult, audience: Audience): Answer {
  if (result.status === "unavailable") return plain;
  const { wording, model } = result;
  if (!plain.summary || wording.details.length !== plain.details.length) return plain;
  const reworded: Answer = {
    ...plain,
    summary: reword(plain.summary, wording.summary),
    details: plain.details.map((statement, i) => reword(statement, wording.details[i])),
    composedBy: { model },
  };
  const pairs = wordingPairs(plain, reworded);
  const isSame = wordingRules.every((rule) =>
    pairs.every(([before, after]) => rule.judge(after, before) === undefined),
  );
  return isSame && verifyAnswer(reworded, audience).length === 0 ? reworded : plain;
}

function reword(statement: Statement, text = ""): Statement {
  return { ...statement, text: text.trim() };
}

function wordingPairs(plain: Answer, reworded: Answer): [Statement, Statement][] {
  const after = [reworded.summary, ...reworded.details];
  return [plain.summary, ...plain.details].flatMap((before, i): [Statement, Statement][] => {
    const other = after[i];
    return before && other ? [[before, other]] : [];
  });
}
