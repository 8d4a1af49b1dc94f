import type { Audience } from "../../question/audience.ts";
import type { Answer, Statement } from "../answer.ts";
import { addsNoCharacters } from "../verify/rules/adds-no-characters.ts";
import { keepsItsLength } from "../verify/rules/keeps-its-length.ts";
import { saysTheSame } from "../verify/rules/says-the-same.ts";
import type { WordingRule } from "../verify/rules/wording-rule.ts";
import { verifyAnswer } from "../verify/verify-answer.ts";
import type { Language } from "./guess-language.ts";

/** Other words for the statements of an answer, in their order; as many as there are, each standing on the same evidence. */
export type Rephrasing = { readonly summary: string; readonly details: readonly string[] };

/** What a model made of an answer; `language` where it was asked for a translation. */
export type Rephrased = {
  readonly status: "rephrased";
  readonly model: string;
  readonly wording: Rephrasing;
  readonly language?: Language;
};

/** What came of asking a model. A model that fails in any way is `unavailable`, and the plain answer goes out. */
export type RephraseResult = Rephrased | { readonly status: "unavailable"; readonly reason: string };

/** Asks a model for other words, in the asker's language where one is given and translating is on. Never rejects. */
export type Rephrase = (answer: Answer, language?: Language) => Promise<RephraseResult>;

const wordingRules: readonly WordingRule[] = [keepsItsLength, addsNoCharacters, saysTheSame];

/**
 * Takes a model's wording if each of its statements can be shown to say what the plain one says; if a single one cannot,
 * the plain answer stays whole. Steps, commands, the question back and the sources are never the model's.
 */
export function acceptRephrasing(plain: Answer, result: RephraseResult, audience: Audience): Answer {
  if (result.status === "unavailable") return plain;
  const reworded = reword(plain, result);
  const isSame = reworded && holdsTo(wordingRules, plain, reworded) && verifyAnswer(reworded, audience).length === 0;
  return isSame ? reworded : plain;
}

/** The answer with the model's texts in place of its own; undefined where they are not as many. */
export function reword(plain: Answer, { wording, model }: Rephrased): Answer | undefined {
  if (!plain.summary || wording.details.length !== plain.details.length) return undefined;
  return {
    ...plain,
    summary: withText(plain.summary, wording.summary),
    details: plain.details.map((statement, i) => withText(statement, wording.details[i])),
    composedBy: { model },
  };
}

function withText(statement: Statement, text = ""): Statement {
  return { ...statement, text: text.trim() };
}

/** Whether every statement in other words holds to every rule beside the plain one. */
export function holdsTo(rules: readonly WordingRule[], plain: Answer, reworded: Answer): boolean {
  const after = [reworded.summary, ...reworded.details];
  return [plain.summary, ...plain.details].every((before, i) => {
    const wording = after[i];
    return before && wording && rules.every((rule) => rule.judge(wording, before) === undefined);
  });
}
