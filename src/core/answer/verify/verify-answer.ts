import type { Audience } from "../../question/audience.ts";
import type { Answer, Statement } from "../answer.ts";
import { statementsOf, withEvidence } from "../compose-answer.ts";
import { admitsNotEverybody } from "./rules/admits-not-everybody.ts";
import { figuresStandInEvidence } from "./rules/figures-stand-in-evidence.ts";
import { hasEvidence } from "./rules/has-evidence.ts";
import { nothingPlanted } from "./rules/nothing-planted.ts";
import type { VerifyContext, VerifyRule } from "./rules/verify-rule.ts";
import { withinDataScope } from "./rules/within-data-scope.ts";

const rules: readonly VerifyRule[] = [
  hasEvidence,
  figuresStandInEvidence,
  nothingPlanted,
  admitsNotEverybody,
  withinDataScope,
];

/** A statement that must not go out, and why. */
export type VerifyProblem = { readonly rule: string; readonly statement: Statement; readonly problem: string };

/** Judges every statement of an answer by every rule. */
export function verifyAnswer(answer: Answer, audience: Audience): VerifyProblem[] {
  const context: VerifyContext = { answer, audience };
  return statementsOf(answer).flatMap((statement) =>
    rules.flatMap((rule) => {
      const problem = rule.judge(statement, context);
      return problem ? [{ rule: rule.name, statement, problem }] : [];
    }),
  );
}

/** The answer without the statements that fail: less is said, and nothing that is wrong. */
export function keepVerified(composed: Answer, audience: Audience): Answer {
  const answer = keepDrawing(composed, audience);
  const failed = new Set(verifyAnswer(answer, audience).map(({ statement }) => statement));
  if (failed.size === 0) return answer;
  const keep = <T extends Statement>(statements: readonly T[]) =>
    statements.filter((statement) => !failed.has(statement));
  const [summary = null, ...details] = keep([...(answer.summary ? [answer.summary] : []), ...answer.details]);
  return withEvidence({
    ...answer,
    summary,
    details,
    steps: keep(answer.steps),
    checks: keep(answer.checks),
    more: keep(answer.more),
  });
}

/** A drawing says what its facts say, and so is within the same bounds as a statement. */
function keepDrawing(answer: Answer, audience: Audience): Answer {
  const { drawing, ...others } = answer;
  if (drawing === undefined) return answer;
  const { alt: text, evidence } = drawing;
  const said = { text, evidence: evidence.map(({ id }) => id) };
  const problem = withinDataScope.judge(said, { answer: { ...others, evidence }, audience });
  return problem ? others : answer;
}
