import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openSqliteStore } from "../../src/adapters/database/sqlite-store.ts";
import type { Question } from "../../src/core/question/question.ts";
import type { Delivery, PostResult } from "../../src/jobs/delivery.ts";
import type { JobState } from "../../src/jobs/job.ts";
import type { JobStore } from "../../src/jobs/job-store.ts";
import type { Log } from "../../src/jobs/log.ts";
import { startWorker, type Worker, type WorkerOptions } from "../../src/jobs/worker.ts";
import { sampleAnswer, sampleQuestion } from "../support/sample-question.ts";

const leaseMs = 400;
const secret = "my password is hunter2";

describe("the worker", () => {
  let folder: string;
  let store: JobStore;
  let workers: Worker[];
  let logged: { event: string; facts: Parameters<Log>[1] }[];
  let calls: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "explain-ip-worker-"));
    store = await openSqliteStore(join(folder, "explain-ip.db"));
    [workers, logged, calls] = [[], [], []];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** A surface that notes what it is asked to do; `post` says what comes of each post in turn, then that it is posted. */
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
  const start = (options: Partial<WorkerOptions> = {}) => {
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
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!(await holds())) await sleep(5);
  };
  const untilCount = (state: JobState, count: number) =>
    until(async () => (await store.countByState())[state] === count);
  const events = () => logged.map(({ event }) => event);

  it("reads the thread, answers, saves, announces the post, posts and records, in this order", async () => {
    const states: Record<string, number>[] = [];
    const asked: Question[] = [];
    start({
      deliveries: {
        discourse: surface([], {
          readThread: async () => [{ text: "as it stands now" }],
          post: async ({ id }, answer) => {
            states.push(await store.countByState());
            calls.push(`post ${id}: ${answer.reason}`);
            return { status: "posted", reply: "17" };
          },
        }),
      },
      answer: async (question) => {
        states.push(await store.countByState());
        asked.push(question);
        return sampleAnswer({ reason: "because" });
      },
    });
    await ask("a", { thread: [{ text: "as it stood then" }] });
    await untilCount("done", 1);
    expect(asked.map(({ thread }) => thread)).toEqual([[{ text: "as it stands now" }]]);
    expect(states.map(({ accepted, posting }) => ({ accepted, posting }))).toEqual([
      { accepted: 1, posting: 0 },
      { accepted: 0, posting: 1 },
    ]);
    expect(calls).toEqual(["post a: because"]);
    await until(() => events().includes("job-done"));
    expect(logged).toEqual([
      { event: "job-done", facts: { question: "a", surface: "discourse", attempt: 1, silent: false } },
    ]);
  });

  it("keeps the thread of the asking when it cannot be read now", async () => {
    const threads: Question["thread"][] = [];
    start({
      answer: async ({ thread }) => {
        threads.push(thread);
        return sampleAnswer();
      },
    });
    await ask("a", { thread: [{ text: "then" }] });
    await untilCount("done", 1);
    expect(threads).toEqual([[{ text: "then" }]]);
  });

  it("posts nothing when silence is the answer", async () => {
    start({ answer: async () => sampleAnswer({ action: "silent", summary: null }) });
    await ask("a");
    await untilCount("done", 1);
    expect(calls).toEqual(["read a"]);
    await until(() => logged.length > 0);
    expect(logged[0]?.facts.silent).toBe(true);
  });

  it("looks for its reply before every post but the first, and answers once only", async () => {
    let answers = 0;
    const busy: PostResult = { status: "retry", reason: "429", afterMs: 1 };
    start({
      deliveries: { discourse: surface([busy, busy]) },
      answer: async () => {
        answers += 1;
        return sampleAnswer();
      },
    });
    await ask("a");
    await untilCount("done", 1);
    expect(calls).toEqual(["read a", "post a", "find a", "post a", "find a", "post a"]);
    expect(answers).toBe(1);
    expect(logged.slice(0, 2)).toEqual([
      { event: "job-retry", facts: { question: "a", surface: "discourse", attempt: 1, reason: "429", delayMs: 500 } },
      { event: "job-retry", facts: { question: "a", surface: "discourse", attempt: 2, reason: "429", delayMs: 1000 } },
    ]);
  });

  it("records the earlier reply that it finds and posts nothing", async () => {
    const lost: PostResult = { status: "retry", reason: "time-out" };
    start({
      deliveries: { discourse: surface([lost], { findReply: async () => ({ status: "found", reply: "17" }) }) },
    });
    await ask("a");
    await untilCount("done", 1);
    expect(calls).toEqual(["read a", "post a"]);
  });

  it("does not post while the look-up does not answer", async () => {
    const lookUps = [{ status: "retry", reason: "502" } as const, { status: "found", reply: "17" } as const];
    start({
      deliveries: {
        discourse: surface([{ status: "retry", reason: "time-out" }], {
          findReply: async () => lookUps.shift() ?? { status: "absent" },
        }),
      },
    });
    await ask("a");
    await untilCount("done", 1);
    expect(calls).toEqual(["read a", "post a"]);
    expect(lookUps).toEqual([]);
  });

  it("waits a whole lease before it looks for a post that may still be on its way", async () => {
    const times: number[] = [];
    start({
      leaseMs: 1500,
      deliveries: {
        discourse: surface([], {
          post: async () => {
            times.push(performance.now());
            return { status: "retry", reason: "time-out" };
          },
          findReply: async () => {
            times.push(performance.now());
            return { status: "found", reply: "17" };
          },
        }),
      },
    });
    await ask("a");
    await untilCount("done", 1);
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(1499);
  });

  it("gives up when the surface refuses, with the reason", async () => {
    start({ deliveries: { discourse: surface([{ status: "refused", reason: "403 topic closed" }]) } });
    await ask("a");
    await until(() => events().includes("job-failed"));
    expect((await store.countByState()).failed).toBe(1);
    expect(logged[0]?.facts).toMatchObject({ question: "a", reason: "403 topic closed", because: "refused" });
  });

  it("tries again after a fault of our own, and never logs what somebody wrote", async () => {
    let faults = 2;
    start({
      answer: async ({ text }) => {
        if (faults-- > 0) throw new TypeError(`cannot read\n    at ${text}`);
        return sampleAnswer();
      },
    });
    await ask("a");
    await untilCount("done", 1);
    await until(() => logged.length === 3);
    expect(events()).toEqual(["job-retry", "job-retry", "job-done"]);
    expect(logged[0]?.facts.reason).toMatch(/^TypeError at .*worker\.test\.ts/);
    expect(JSON.stringify(logged)).not.toContain("hunter2");
  });

  it("keeps a question for a surface that is off", async () => {
    start({ deliveries: {} });
    await ask("a");
    await until(() => logged.length > 0);
    expect(logged[0]).toMatchObject({ event: "job-retry", facts: { reason: "the surface is off" } });
    expect((await store.countByState()).accepted).toBe(1);
  });

  it.each([
    ["gives up on the fiftieth setback", 49, ["read a", "post a"], "no success in 50 attempts"],
    ["does not run what crashed fifty times", 50, [], "refused"],
  ])("%s", async (_what, earlier, expectedCalls, because) => {
    await ask("a");
    for (let count = 0; count < earlier; count += 1) {
      const claim = await store.claim(leaseMs);
      if (claim !== undefined) await store.retryLater(claim, 0, "503");
    }
    start({ deliveries: { discourse: surface([{ status: "retry", reason: "503", afterMs: 0 }]) } });
    await until(() => events().includes("job-failed"));
    expect(calls).toEqual(expectedCalls);
    expect(logged[0]?.facts.because).toBe(because);
    expect((await store.countByState()).failed).toBe(1);
  });

  it("comes at once when it is woken, however long it would wait", async () => {
    const worker = start({ pollMs: 600_000 });
    for (const id of ["a", "b"]) {
      await sleep(20);
      await ask(id);
      worker.wake();
      await until(() => calls.includes(`post ${id}`));
    }
  });

  it("has no more jobs in hand than it may, and gets through all", async () => {
    let inHand = 0;
    const seen: number[] = [];
    start({
      concurrency: 3,
      answer: async () => {
        inHand += 1;
        seen.push(inHand);
        await sleep(10);
        inHand -= 1;
        return sampleAnswer();
      },
    });
    for (let count = 0; count < 12; count += 1) await ask(`q${count}`);
    await untilCount("done", 12);
    expect(seen).toHaveLength(12);
    expect(Math.max(...seen)).toBe(3);
  });

  it("keeps its lease through a long answer, so that a second worker does not answer too", async () => {
    let answers = 0;
    const slow = async () => {
      answers += 1;
      await sleep(leaseMs * 3);
      return sampleAnswer();
    };
    start({ answer: slow });
    start({ answer: slow });
    await ask("a");
    await untilCount("done", 1);
    expect(answers).toBe(1);
    expect(calls.filter((call) => call === "post a")).toHaveLength(1);
  });

  it("does not run its own job a second time when its lease ran out, and ends with one post", async () => {
    const posts: string[] = [];
    start({
      // As if the process had stood still at every renewal.
      store: { ...store, renew: async () => true },
      deliveries: {
        discourse: surface([], {
          post: async ({ id }) => {
            await sleep(leaseMs * 1.5);
            posts.push(id);
            return { status: "posted", reply: "17" };
          },
          findReply: async () => (posts.length > 0 ? { status: "found", reply: "17" } : { status: "absent" }),
        }),
      },
    });
    await ask("a");
    await untilCount("done", 1);
    expect(posts).toEqual(["a"]);
    expect(events().slice(0, 2)).toEqual(["job-still-in-hand", "job-taken-over"]);
  });

  it("ends what is in hand when it is stopped and takes nothing more", async () => {
    const worker = start({
      concurrency: 1,
      leaseMs: 30_000,
      answer: async () => {
        await sleep(100);
        return sampleAnswer();
      },
    });
    await ask("a");
    await ask("b");
    await until(() => calls.includes("read a"));
    await worker.stop();
    expect(await store.countByState()).toMatchObject({ done: 1, accepted: 1 });
  });

  it("stops although a post hangs, and leaves that job to its lease", async () => {
    let release: () => void = () => undefined;
    const hanging = new Promise<PostResult>((resolve) => {
      release = () => resolve({ status: "posted", reply: "17" });
    });
    const worker = start({ concurrency: 1, deliveries: { discourse: surface([], { post: () => hanging }) } });
    await ask("a");
    await untilCount("posting", 1);
    await worker.stop();
    expect(logged).toEqual([{ event: "jobs-left-to-their-leases", facts: { count: 1 } }]);
    release();
    await untilCount("done", 1);
  });

  it("says once that the store does not answer, and goes on when it does", async () => {
    const other = new DatabaseSync(join(folder, "explain-ip.db"));
    other.exec("begin immediate");
    start();
    await until(() => logged.length > 0);
    other.exec("rollback");
    other.close();
    await ask("a");
    await untilCount("done", 1);
    expect(events().filter((event) => event === "store-trouble")).toHaveLength(1);
    expect(logged[0]?.facts.reason).toContain("store-unavailable");
  }, 10_000);
});
