import type { JobStore } from "./job-store.ts";
import type { Log } from "./log.ts";

/** Slack and Discourse repeat a delivery for minutes, a person looks after a failed one within days: a job is kept for a week. */
const keepMs = 7 * 24 * 60 * 60 * 1000;
const everyMs = 60 * 60 * 1000;

/** An act that, called as often as one likes, once an hour removes the jobs that ended more than a week ago. */
export function createForgetting(store: Pick<JobStore, "prune">, log: Log): () => Promise<void> {
  let dueAt = 0;
  return async () => {
    if (performance.now() < dueAt) return;
    dueAt = performance.now() + everyMs;
    const count = await store.prune(keepMs);
    if (count > 0) log("jobs-forgotten", { count });
  };
}
