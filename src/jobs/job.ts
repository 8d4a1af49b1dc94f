import type { Answer } from "../core/answer/answer.ts";
import type { Question } from "../core/question/question.ts";

/**
 * A question on its way to its one visible reply. The question's row in the store is the job.
 * `accepted` → `answered` (the answer is saved) → `posting` (a post was begun) → `done`; or `failed` for good.
 */
export type JobState = "accepted" | "answered" | "posting" | "done" | "failed";

/**
 * A job held by one worker until its lease runs out. `attempt` counts claims and fences every later write:
 * a write that carries an older attempt changes nothing.
 */
export type Claim = {
  readonly question: Question;
  readonly attempt: number;
  readonly state: JobState;
  readonly answer: Answer | null;
  /** How long ago the question was accepted, by the database's clock. */
  readonly ageMs: number;
};

/** Where the reply stands at the surface, in the surface's own words; null where silence was the answer. */
export type ReplyReference = string;
