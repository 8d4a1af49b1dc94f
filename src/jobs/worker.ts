import { setTimeout as sleep } from "node:timers/promises";
import { describeBug } from "./describe-bug.ts";
import { createDoze } from "./doze.ts";
import { createForgetting } from "./forget-old-jobs.ts";
import type { Claim } from "./job.ts";
import { type JobDesk, runJob } from "./run-job.ts";

export type WorkerOptions = Omit<JobDesk, "random"> & {
  /** How many jobs at once. */
  readonly concurrency: number;
  /** How long to wait when nothing is due: the delay of retries, of other replicas' jobs and of run-out leases. */
  readonly pollMs: number;
  readonly random?: () => number;
};

/** `wake` makes a question that was just put in the store come at once; `stop` ends what is in hand. */
export type Worker = { readonly stop: () => Promise<void>; readonly wake: () => void };

/**
 * Works through the store until it is stopped. Every job is run under a lease, at most once at a time in this process.
 * `stop` claims nothing more and waits a third of a lease for the jobs in hand (a post ends within a quarter); what is
 * left then is for its lease to free once the process has gone.
 *
 * Not done yet: a replica that was frozen between announcing its post and posting, for longer than its lease, posts a
 * second time when it thaws. It should look after one quiet lease and take its surplus post back.
 */
export function startWorker({ random = Math.random, ...options }: WorkerOptions): Worker {
  const desk: JobDesk = { ...options, random };
  const { store, log, leaseMs, concurrency, pollMs } = options;
  const inHand = new Map<string, Promise<void>>();
  const doze = createDoze();
  const forgetOld = createForgetting(store, log);
  let stopping = false;
  let storeAnswers = true;

  async function loop() {
    while (!stopping) {
      if (inHand.size >= concurrency) await Promise.race(inHand.values());
      else if (!(await takeNext())) await doze.wait(pollMs);
    }
  }

  /** Whether there was something to take. */
  async function takeNext(): Promise<boolean> {
    try {
      const claim = await store.claim(leaseMs);
      if (claim === undefined) await forgetOld();
      else start(claim);
      storeAnswers = true;
      return claim !== undefined;
    } catch (error) {
      if (storeAnswers) log("store-trouble", { reason: describeBug(error) });
      storeAnswers = false;
      return false;
    }
  }

  function start(claim: Claim) {
    const { id } = claim.question;
    // Our own lease ran out while the process stood still. The claim has fenced that attempt off; the job goes on after this lease.
    if (inHand.has(id)) return log("job-still-in-hand", { question: id, attempt: claim.attempt });
    const job = runJob(desk, claim)
      .catch((error) => log("job-left-to-its-lease", { question: id, reason: describeBug(error) }))
      .finally(() => inHand.delete(id));
    inHand.set(id, job);
  }

  const ended = loop();
  return {
    wake: doze.wake,
    stop: async () => {
      stopping = true;
      doze.wake();
      const patience = new AbortController();
      const tooLong = sleep(leaseMs / 3, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([ended.then(() => Promise.all(inHand.values())), tooLong]);
      patience.abort();
      if (inHand.size > 0) log("jobs-left-to-their-leases", { count: inHand.size });
    },
  };
}
