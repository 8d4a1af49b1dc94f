import type { Answer } from "../../src/core/answer/answer.ts";
import type { Question } from "../../src/core/question/question.ts";

/** A question as a surface would put it in the store. */
export function sampleQuestion(id: string, more: Partial<Question> = {}): Question {
  return {
    id,
    text: "Why do requests come from 100.64.3.7?",
    thread: [],
    askedAt: "2026-01-05T10:00:00.000Z",
    origin: { surface: "discourse", place: { post: id } },
    addressed: true,
    audience: "public-forum",
    ...more,
  };
}

export function sampleAnswer(more: Partial<Answer> = {}): Answer {
  return {
    action: "answer",
    summary: { text: "`100.64.3.7` is shared address space.", evidence: ["registry:100.64.0.0/10"] },
    details: [],
    steps: [],
    checks: [],
    more: [],
    citations: [],
    evidence: [],
    certainty: "documented",
    knowledgeVersion: "test",
    composedBy: "template",
    reason: "the address is in the registry",
    ...more,
  };
}
