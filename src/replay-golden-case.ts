import { answerQuestion } from "./answer-question.ts";
import { type GoldenCase, toGoldenQuestion } from "./contract/golden-case.ts";
import type { Answer } from "./core/answer/answer.ts";
import type { KnowledgeView } from "./core/knowledge/knowledge-view.ts";

/** Answers a golden case again: with what the cluster and the model said then, and with this knowledge. */
export async function replayGoldenCase(id: string, golden: GoldenCase, view: KnowledgeView): Promise<Answer> {
  const { lookups, rephrasing } = golden;
  const { answer } = await answerQuestion(toGoldenQuestion(id, golden), {
    ...view,
    lookUpCluster: async () => lookups,
    ...(rephrasing ? { rephrase: async () => rephrasing } : {}),
  });
  return answer;
}
