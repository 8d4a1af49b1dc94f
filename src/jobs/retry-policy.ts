/** A job that did not get through: which claim this was, how old the question is, and how long the other side said to wait. */
export type Setback = { readonly attempt: number; readonly ageMs: number; readonly afterMs?: number };

export type RetryDecision =
  | { readonly kind: "retry"; readonly delayMs: number }
  | { readonly kind: "give-up"; readonly reason: string };

const firstDelayMs = 1000;
const longestDelayMs = 60 * 60 * 1000;
/** Crashes count too. With the delays below this lasts for more than a day, unless a question takes the process down each time. */
const mostAttempts = 50;
const oldestMs = 24 * 60 * 60 * 1000;

/**
 * When to try again: twice as long each time up to an hour, of which a random half (`jitter`, 0 to 1) spreads out those
 * that failed together; never before the other side said (Retry-After, RFC 9110 §10.2.3). The back-off holds beside it,
 * or a long rate limit with short waits would use up the attempts. A reply that would come after a day is no help: give up.
 */
export function decideRetry({ attempt, ageMs, afterMs = 0 }: Setback, jitter: number): RetryDecision {
  if (attempt >= mostAttempts) return { kind: "give-up", reason: `no success in ${attempt} attempts` };
  const backOffMs = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs) * (0.5 + jitter / 2);
  const delayMs = Math.round(afterMs > backOffMs ? afterMs + firstDelayMs * jitter : backOffMs);
  if (ageMs + delayMs > oldestMs) return { kind: "give-up", reason: "no success within a day" };
  return { kind: "retry", delayMs };
}

/** Whether a claimed job has had its chances already: it crashed so often that it must not run again. */
export function isSpent(attempt: number): boolean {
  return attempt > mostAttempts;
}
