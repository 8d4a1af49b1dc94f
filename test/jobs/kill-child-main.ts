import { openJobStore } from "../../src/adapters/database/open-job-store.ts";
import type { Delivery, PostResult } from "../../src/jobs/delivery.ts";
import { startWorker } from "../../src/jobs/worker.ts";
import { sampleAnswer } from "../support/sample-question.ts";

/** The worker that the kill test kills: the real loop on the real store, posting to the board of the parent. */
const { location, boardUrl, leaseMs } = JSON.parse(process.argv[2] ?? "");

const call = (method: string, id: string) =>
  fetch(`${boardUrl}/posts/${encodeURIComponent(id)}`, { method, signal: AbortSignal.timeout(leaseMs / 4) });

const board: Delivery = {
  readThread: async () => [],
  findReply: async ({ id }) => {
    try {
      const response = await call("GET", id);
      return response.ok ? { status: "found", reply: await response.text() } : { status: "absent" };
    } catch {
      return { status: "retry", reason: "no answer" };
    }
  },
  post: async ({ id }): Promise<PostResult> => {
    try {
      return { status: "posted", reply: await (await call("POST", id)).text() };
    } catch {
      return { status: "retry", reason: "no answer" };
    }
  },
};

const store = await openJobStore(location);
startWorker({
  store,
  deliveries: { discourse: board },
  answer: async () => sampleAnswer(),
  log: () => undefined,
  leaseMs,
  concurrency: 6,
  pollMs: 20,
});
