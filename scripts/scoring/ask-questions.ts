import type { Explanation } from "../../src/answer-question.ts";
import { answerRequestsOf } from "../../src/answer-request.ts";
import { explainRequestSchema } from "../../src/contract/explain-request.ts";
import { renderMarkdown } from "../../src/core/answer/render-markdown.ts";
import type { Question } from "../../src/core/question/question.ts";
import type { GivenAnswer } from "./judge-answer.ts";
import type { LabelledQuestion } from "./labelled-question.ts";
import { type Replies, waysToAsk } from "./score-answers.ts";

/** Puts every question in each of its ways, as `batch` does: by whoever sits at this machine. */
export async function askQuestions(
  labels: readonly LabelledQuestion[],
  explain: (question: Question) => Promise<Explanation>,
): Promise<[LabelledQuestion, Replies][]> {
  const answer = answerRequestsOf({ surface: "cli", audience: "local" }, explain);
  const ask = async ({ id, question, thread_context }: LabelledQuestion, addressed: boolean): Promise<GivenAnswer> => {
    const given = await answer(explainRequestSchema.parse({ id, addressed, question, thread: thread_context }));
    return { action: given.answer.action, text: renderMarkdown(given.answer) };
  };
  const answered: [LabelledQuestion, Replies][] = [];
  for (const label of labels) {
    const { addressed, overheard } = waysToAsk(label);
    const replies = {
      ...(addressed ? { addressed: await ask(label, true) } : {}),
      ...(overheard ? { overheard: await ask(label, false) } : {}),
    };
    answered.push([label, replies]);
  }
  return answered;
}
