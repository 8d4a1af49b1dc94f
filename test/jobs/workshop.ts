import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSqliteStore } from "../../src/adapters/database/sqlite-store.ts";
import type { Question } from "../../src/core/question/question.ts";
import type { Delivery, PostResult } from "../../src/jobs/delivery.ts";
import type { JobState } from "../../src/jobs/job.ts";
import type { Log } from "../../src/jobs/log.ts";
import { startWorker, type Worker, type WorkerOptions } from "../../src/jobs/worker.ts";
import { sampleAnswer, sampleQuestion } from "../support/sample-question.ts";

export const leaseMs = 400;
/** Stands in every question; must never be seen in a log. */
const secret = "my password is hunter2";

export type Workshop = Awaited<ReturnType<typeof openWorkshop>>;

/** Workers on a store of their own in a temporary file, with a surface that notes what it is asked to do. */
export async function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), "explain-ip-worker-"));
  const file = join(folder, "explain-ip.db");
  const store = await openSqliteStore(file);
  const workers: Worker[] = [];
  const logged: { event: string; facts: Parameters<Log>[1] }[] = [];
  const calls: string[] = [];

  /** `results` says what comes of each post in turn; after the last one every post gets through. */
  const surface = (results: PostResult[] = [], more: Partial<Delivery> = {}): Delivery => ({
    readThread: async ({ id }) => {
      calls.push(`read ${id}`);
      return [];
    },
    findReply: async ({ id }) => {
      calls.push(`find ${id}`);
      return { status: "absent" };
    },
    post: async ({ id }) => {
      calls.push(`post ${id}`);
      return results.shift() ?? { status: "posted", reply: `reply to ${id}` };
    },
    ...more,
  });
  const start = (options: Partial<WorkerOptions> = {}): Worker => {
    const worker = startWorker({
      store,
      deliveries: { discourse: surface() },
      answer: async () => sampleAnswer(),
      log: (event, facts) => logged.push({ event, facts }),
      leaseMs,
      concurrency: 2,
      pollMs: 10,
      random: () => 0,
      ...options,
    });
    workers.push(worker);
    return worker;
  };
  const ask = (id: string, more: Partial<Question> = {}) =>
    store.enqueue(sampleQuestion(id, { text: secret, ...more }));
  const untilCount = (state: JobState, count: number) =>
    until(async () => (await store.countByState())[state] === count);
  const events = () => logged.map(({ event }) => event);
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { file, store, logged, calls, surface, start, ask, untilCount, events, close };
}

/** Waits as long as it takes; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(5);
}
