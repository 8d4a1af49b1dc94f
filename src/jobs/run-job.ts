import type { Answer } from "../core/answer/answer.ts";
import type { Question, SurfaceName } from "../core/question/question.ts";
import type { Delivery } from "./delivery.ts";
import { describeBug } from "./describe-bug.ts";
import type { Claim, ReplyReference } from "./job.ts";
import type { JobStore } from "./job-store.ts";
import { keepLease } from "./keep-lease.ts";
import type { Log } from "./log.ts";
import { decideRetry, isSpent } from "./retry-policy.ts";

/** What a job needs from the rest. `leaseMs` is at least four times as long as any delivery may take; `random` gives 0 to 1. */
export type JobDesk = {
  readonly store: JobStore;
  readonly deliveries: Partial<Readonly<Record<SurfaceName, Delivery>>>;
  readonly answer: (question: Question) => Promise<Answer>;
  readonly log: Log;
  readonly leaseMs: number;
  readonly random: () => number;
};

type Outcome =
  | { readonly kind: "done"; readonly reply: ReplyReference | null }
  | { readonly kind: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "taken-over" };

type Settled = { readonly held: boolean; readonly event: string; readonly facts: Parameters<Log>[1] };

/** Takes a claimed job as far as it goes and records what came of it. Rejects only when the store does not answer. */
export async function runJob(desk: JobDesk, claim: Claim): Promise<void> {
  const lease = keepLease(desk.store, claim, desk.leaseMs);
  const outcome = await reply(desk, claim)
    // A fault of our own or of the store does not heal in a second, and it may have hit after the post: wait out a lease.
    .catch((error): Outcome => ({ kind: "retry", reason: describeBug(error), afterMs: desk.leaseMs }))
    .finally(lease.release);
  await record(desk, claim, outcome);
}

/** The story of one job: look for an earlier reply, answer, save, announce the post, post. */
async function reply(desk: JobDesk, claim: Claim): Promise<Outcome> {
  const { question } = claim;
  if (isSpent(claim.attempt)) return { kind: "refused", reason: "too many attempts that ended in a crash" };
  const delivery = desk.deliveries[question.origin.surface];
  if (delivery === undefined) return { kind: "retry", reason: "the surface is off" };

  // An earlier attempt began to post and we do not know how it ended. Its lease has run out: what was sent has arrived.
  if (claim.state === "posting") {
    const earlier = await delivery.findReply(question);
    if (earlier.status === "found") return { kind: "done", reply: earlier.reply };
    if (earlier.status === "retry") return { ...earlier, kind: "retry" };
  }

  const answer = claim.answer ?? (await desk.answer(await withThread(delivery, question)));
  if (claim.answer === null && !(await desk.store.saveAnswer(claim, answer))) return { kind: "taken-over" };
  if (answer.action === "silent") return { kind: "done", reply: null };

  if (!(await desk.store.beginPosting(claim))) return { kind: "taken-over" };
  const posted = await delivery.post(question, answer);
  if (posted.status === "posted") return { kind: "done", reply: posted.reply };
  if (posted.status === "refused") return { kind: "refused", reason: posted.reason };
  // Without the other side's word that nothing was posted, it may still be on its way: the look-up must not come too early.
  return { kind: "retry", reason: posted.reason, afterMs: posted.afterMs ?? desk.leaseMs };
}

/** The thread as it stands now is better than the one at the time of asking, if it can be read. */
async function withThread(delivery: Delivery, question: Question): Promise<Question> {
  const thread = await delivery.readThread(question);
  return thread.length > 0 ? { ...question, thread } : question;
}

async function record(desk: JobDesk, claim: Claim, outcome: Outcome): Promise<void> {
  const { held, event, facts } = await settle(desk, claim, outcome);
  const { question, attempt } = claim;
  desk.log(held ? event : "job-taken-over", {
    question: question.id,
    surface: question.origin.surface,
    attempt,
    ...facts,
  });
}

/** Writes the outcome; `held` is false when a later attempt has the job, and then nothing was written. */
async function settle({ store, random }: JobDesk, claim: Claim, outcome: Outcome): Promise<Settled> {
  if (outcome.kind === "taken-over") return { held: false, event: "job-taken-over", facts: {} };
  if (outcome.kind === "done") {
    const held = await store.finish(claim, outcome.reply);
    return { held, event: "job-done", facts: { silent: outcome.reply === null } };
  }
  const { reason } = outcome;
  const decision =
    outcome.kind === "refused"
      ? ({ kind: "give-up", reason: "refused" } as const)
      : decideRetry({ ...outcome, attempt: claim.attempt, ageMs: claim.ageMs }, random());
  if (decision.kind === "retry") {
    const held = await store.retryLater(claim, decision.delayMs, reason);
    return { held, event: "job-retry", facts: { reason, delayMs: decision.delayMs } };
  }
  const held = await store.giveUp(claim, `${decision.reason}: ${reason}`);
  return { held, event: "job-failed", facts: { reason, because: decision.reason } };
}
