/** The end of one act with all its calls. */
export type Deadline = { readonly signal: AbortSignal; readonly leftMs: () => number };

export function deadlineIn(timeoutMs: number): Deadline {
  const endsAt = performance.now() + timeoutMs;
  return { signal: AbortSignal.timeout(timeoutMs), leftMs: () => Math.max(0, endsAt - performance.now()) };
}
