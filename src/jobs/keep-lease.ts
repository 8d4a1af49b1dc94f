import type { Claim } from "./job.ts";
import type { JobStore } from "./job-store.ts";

export type KeptLease = { readonly release: () => Promise<void> };

/**
 * Renews the lease every quarter of it, until it is released or a later attempt has the job. A renewal that fails is
 * tried again at the next quarter. Once `release` resolves nothing more is written.
 */
export function keepLease(store: Pick<JobStore, "renew">, claim: Claim, leaseMs: number): KeptLease {
  let released = false;
  let renewal: Promise<void> = Promise.resolve();
  let timer = tickLater();

  function tickLater() {
    const later = setTimeout(() => {
      renewal = renewOnce();
    }, leaseMs / 4);
    // A job that was left behind at the stop must not keep the process, and so its lease, alive.
    return later.unref();
  }
  async function renewOnce() {
    const held = await store.renew(claim, leaseMs).catch(() => true);
    if (held && !released) timer = tickLater();
  }
  return {
    release: async () => {
      released = true;
      clearTimeout(timer);
      await renewal;
    },
  };
}
