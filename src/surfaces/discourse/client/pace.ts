/** Whether a call may go out, after how many milliseconds; or that its turn would come too late. */
export type Turn = { readonly status: "go" | "too-late"; readonly waitMs: number };

export type Pace = {
  /** Books the next place, unless it is further away than `patienceMs`. */
  readonly book: (patienceMs: number) => Turn;
  /** Discourse has said to wait. */
  readonly hold: (waitMs: number) => void;
};

/** Discourse counts by the minute: 60 calls with all admin keys together. */
const WINDOW_MS = 60_000;
const SPACING_MS = 1000;

/**
 * A gate for the calls to one forum. It stands open until Discourse limits us; then nothing goes out for as long as
 * Discourse said (a minute at most: longer limits are on single acts), and for a minute after that one call a second.
 * There is no header with the remaining quota, and others may hold admin keys too: only the 429 tells.
 */
export function createPace(now: () => number = () => performance.now()): Pace {
  let nextAt = 0;
  let spacedUntil = 0;
  return {
    book: (patienceMs) => {
      const at = Math.max(now(), nextAt);
      const waitMs = at - now();
      if (waitMs > patienceMs) return { status: "too-late", waitMs };
      if (at < spacedUntil) nextAt = at + SPACING_MS;
      return { status: "go", waitMs };
    },
    hold: (waitMs) => {
      nextAt = Math.max(nextAt, now() + Math.min(waitMs, WINDOW_MS));
      spacedUntil = nextAt + WINDOW_MS;
    },
  };
}
