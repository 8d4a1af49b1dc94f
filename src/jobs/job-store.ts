import type { Answer } from "../core/answer/answer.ts";
import type { Question } from "../core/question/question.ts";
import type { Claim, JobState, ReplyReference } from "./job.ts";

/**
 * The durable queue. `enqueue` resolves only when the question is on disk: acknowledge after it, never before.
 * Writes that take a claim resolve to false when a later attempt has taken the job over; the caller then stops.
 * Times are the database's own. Rejects with ExplainIpError `store-unavailable` when the database does not answer.
 */
export type JobStore = {
  readonly enqueue: (question: Question) => Promise<"accepted" | "duplicate">;
  /** The oldest job that is due and not leased, leased to the caller for `leaseMs`; undefined when there is none. */
  readonly claim: (leaseMs: number) => Promise<Claim | undefined>;
  readonly renew: (claim: Claim, leaseMs: number) => Promise<boolean>;
  readonly saveAnswer: (claim: Claim, answer: Answer) => Promise<boolean>;
  readonly beginPosting: (claim: Claim) => Promise<boolean>;
  readonly finish: (claim: Claim, reply: ReplyReference | null) => Promise<boolean>;
  readonly retryLater: (claim: Claim, delayMs: number, reason: string) => Promise<boolean>;
  readonly giveUp: (claim: Claim, reason: string) => Promise<boolean>;
  readonly countByState: () => Promise<Readonly<Record<JobState, number>>>;
  /** Resolves when the database answers; for readiness. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
