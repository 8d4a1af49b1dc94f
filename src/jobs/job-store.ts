import type { Answer } from "../core/answer/answer.ts";
import type { Question } from "../core/question/question.ts";
import type { Claim, JobState, ReplyReference } from "./job.ts";

/**
 * The durable queue. `enqueue` resolves only when the question is on disk: acknowledge after it, never before.
 * Writes that take a claim resolve to false when a later attempt has taken the job over; the caller then stops.
 * Times are the database's own. Rejects with ExplainIpError `store-unavailable` when the database does not answer,
 * `store-damaged` when what it holds cannot be read.
 */
export type JobStore = {
  readonly enqueue: (question: Question) => Promise<"accepted" | "duplicate">;
  /** The job that has been due the longest and is not leased, leased to the caller for `leaseMs`; undefined when there is none. */
  readonly claim: (leaseMs: number) => Promise<Claim | undefined>;
  /** Lets the lease run for `leaseMs` from now. */
  readonly renew: (claim: Claim, leaseMs: number) => Promise<boolean>;
  /** To be called before the first post, so that a second attempt says the same words. */
  readonly saveAnswer: (claim: Claim, answer: Answer) => Promise<boolean>;
  /** To be called right before each post: from here on nobody may post without looking for the reply first. */
  readonly beginPosting: (claim: Claim) => Promise<boolean>;
  /** `reply` is null where silence was the answer. */
  readonly finish: (claim: Claim, reply: ReplyReference | null) => Promise<boolean>;
  /** Gives the lease back; the job keeps its state and is due again after `delayMs`. */
  readonly retryLater: (claim: Claim, delayMs: number, reason: string) => Promise<boolean>;
  readonly giveUp: (claim: Claim, reason: string) => Promise<boolean>;
  /** Forgets the jobs that ended (done or failed) more than `keepMs` ago and says how many; a forgotten question may be asked again. */
  readonly prune: (keepMs: number) => Promise<number>;
  readonly countByState: () => Promise<Readonly<Record<JobState, number>>>;
  /** Resolves when the database answers; for readiness. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};
