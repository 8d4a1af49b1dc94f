import { setTimeout as wait } from "node:timers/promises";
import type { Question } from "../../../../core/question/question.ts";
import { describeError } from "../../../../errors.ts";
import { renderAnswer, type SlackMessage } from "../../render/render-answer.ts";
import type { Intake } from "../intake.ts";

/** Leaves a second of Slack's three for the insert that follows when no answer is ready. */
const PATIENCE_MS = 1500;

/** The rendered answer if it is ready in time; undefined when it is late, fails, or nobody answers on the spot here. */
export async function answerOnTheSpot(question: Question, intake: Intake): Promise<SlackMessage | undefined> {
  if (intake.answerNow === undefined) return undefined;
  const patience = new AbortController();
  try {
    const late = wait(PATIENCE_MS, undefined, { signal: patience.signal });
    const answer = await Promise.race([intake.answerNow(question), late]);
    if (answer === undefined) return undefined;
    intake.log.info({ question: question.id, action: answer.action }, "Slack command answered on the spot");
    return renderAnswer(answer);
  } catch (error) {
    intake.log.error({ question: question.id }, `No answer on the spot: ${describeError(error)}`);
    return undefined;
  } finally {
    patience.abort();
  }
}
