import type { Audience } from "../question/audience.ts";
import type { Answer, Statement } from "./answer.ts";
import { verifyAnswer } from "./verify-answer.ts";

/** Other words for the statements of an answer, in their order; as many as there are, each standing on the same evidence. */
export type Rephrasing = { readonly summary: string; readonly details: readonly string[] };

/** What came of asking a model. A model that fails in any way is `unavailable`, and the plain answer goes out. */
export type RephraseResult =
  | { readonly status: "rephrased"; readonly model: string; readonly wording: Rephrasing }
  | { readonly status: "unavailable"; readonly reason: string };

/** Asks a model for other words. Never rejects. */
export type Rephrase = (answer: Answer) => Promise<RephraseResult>;

/**
 * Takes a model's wording if every statement still stands on its evidence, figure by figure; else the plain answer stays.
 * Steps, commands, the question back and the sources are never the model's.
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
  return verifyAnswer(reworded, audience).length === 0 && keepsNegations(plain, reworded) ? reworded : plain;
}

function reword(statement: Statement, text: string | undefined): Statement {
  return { ...statement, text: (text ?? statement.text).trim() || statement.text };
}

/** A wording may not drop "not": the plain statement's negations must still be there. */
function keepsNegations(plain: Answer, reworded: Answer): boolean {
  const before = [plain.summary, ...plain.details];
  const after = [reworded.summary, ...reworded.details];
  return before.every((statement, i) => countNegations(statement?.text ?? "") === countNegations(after[i]?.text ?? ""));
}

function countNegations(text: string): number {
  return text.match(/\b(?:not|never|no|none|neither|nor|without|cannot|only)\b|n't\b/gi)?.length ?? 0;
}
