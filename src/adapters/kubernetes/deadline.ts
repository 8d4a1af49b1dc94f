/** `signal` ends the requests under way; `passed` rejects at the same moment, for what cannot be ended: a credential plug-in. */
export type Deadline = { readonly signal: AbortSignal; readonly passed: Promise<never> };

/** Starts the time that a set of lookups shares. */
export function startDeadline(milliseconds: number): Deadline {
  const signal = AbortSignal.timeout(milliseconds);
  const passed = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Nobody may be waiting any more when the time is up.
  passed.catch(() => undefined);
  return { signal, passed };
}
