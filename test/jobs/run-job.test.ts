import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Question } from "../../src/core/question/question.ts";
import type { PostResult } from "../../src/jobs/delivery.ts";
import { sampleAnswer } from "../support/sample-question.ts";
import { leaseMs, openWorkshop, until, type Workshop } from "./workshop.ts";

describe("a job", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await openWorkshop();
  });
  afterEach(() => shop.close());

  it("reads the thread, answers, saves, announces the post, posts and records, in this order", async () => {
    const states: Record<string, number>[] = [];
    const asked: Question[] = [];
    shop.start({
      deliveries: {
        discourse: shop.surface([], {
          readThread: async () => [{ text: "as it stands now" }],
          post: async ({ id }, answer) => {
            states.push(await shop.store.countByState());
            shop.calls.push(`post ${id}: ${answer.reason}`);
            return { status: "posted", reply: "17" };
          },
        }),
      },
      answer: async (question) => {
        states.push(await shop.store.countByState());
        asked.push(question);
        return sampleAnswer({ reason: "because" });
      },
    });
    await shop.ask("a", { thread: [{ text: "as it stood then" }] });
    await shop.untilCount("done", 1);
    expect(asked.map(({ thread }) => thread)).toEqual([[{ text: "as it stands now" }]]);
    expect(states.map(({ accepted, posting }) => ({ accepted, posting }))).toEqual([
      { accepted: 1, posting: 0 },
      { accepted: 0, posting: 1 },
    ]);
    expect(shop.calls).toEqual(["post a: because"]);
    await until(() => shop.events().includes("job-done"));
    expect(shop.logged).toEqual([
      { event: "job-done", facts: { question: "a", surface: "discourse", attempt: 1, silent: false } },
    ]);
  });

  it("keeps the thread of the asking when it cannot be read now", async () => {
    const threads: Question["thread"][] = [];
    shop.start({
      answer: async ({ thread }) => {
        threads.push(thread);
        return sampleAnswer();
      },
    });
    await shop.ask("a", { thread: [{ text: "then" }] });
    await shop.untilCount("done", 1);
    expect(threads).toEqual([[{ text: "then" }]]);
  });

  it("posts nothing when silence is the answer", async () => {
    shop.start({ answer: async () => sampleAnswer({ action: "silent", summary: null }) });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(shop.calls).toEqual(["read a"]);
    await until(() => shop.logged.length > 0);
    expect(shop.logged[0]?.facts.silent).toBe(true);
  });

  it("looks for its reply before every post but the first, and answers once only", async () => {
    let answers = 0;
    const busy: PostResult = { status: "retry", reason: "429", afterMs: 1 };
    shop.start({
      deliveries: { discourse: shop.surface([busy, busy]) },
      answer: async () => {
        answers += 1;
        return sampleAnswer();
      },
    });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(shop.calls).toEqual(["read a", "post a", "find a", "post a", "find a", "post a"]);
    expect(answers).toBe(1);
    expect(shop.logged.slice(0, 2)).toEqual([
      { event: "job-retry", facts: { question: "a", surface: "discourse", attempt: 1, reason: "429", delayMs: 500 } },
      { event: "job-retry", facts: { question: "a", surface: "discourse", attempt: 2, reason: "429", delayMs: 1000 } },
    ]);
  });

  it("records the earlier reply that it finds and posts nothing", async () => {
    const lost: PostResult = { status: "retry", reason: "time-out" };
    shop.start({
      deliveries: { discourse: shop.surface([lost], { findReply: async () => ({ status: "found", reply: "17" }) }) },
    });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(shop.calls).toEqual(["read a", "post a"]);
  });

  it("does not post while the look-up does not answer", async () => {
    const lookUps = [{ status: "retry", reason: "502" } as const, { status: "found", reply: "17" } as const];
    shop.start({
      deliveries: {
        discourse: shop.surface([{ status: "retry", reason: "time-out" }], {
          findReply: async () => lookUps.shift() ?? { status: "absent" },
        }),
      },
    });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(shop.calls).toEqual(["read a", "post a"]);
    expect(lookUps).toEqual([]);
  });

  it("waits a whole lease before it looks for a post that may still be on its way", async () => {
    const times: number[] = [];
    shop.start({
      leaseMs: 1500,
      deliveries: {
        discourse: shop.surface([], {
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
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(Number(times[1]) - Number(times[0])).toBeGreaterThanOrEqual(1499);
  });

  it("gives up when the surface refuses, with the reason", async () => {
    shop.start({ deliveries: { discourse: shop.surface([{ status: "refused", reason: "403 topic closed" }]) } });
    await shop.ask("a");
    await until(() => shop.events().includes("job-failed"));
    expect((await shop.store.countByState()).failed).toBe(1);
    expect(shop.logged[0]?.facts).toMatchObject({ question: "a", reason: "403 topic closed", because: "refused" });
  });

  it("tries again after a fault of our own, and never logs what somebody wrote", async () => {
    let faults = 2;
    shop.start({
      answer: async ({ text }) => {
        if (faults-- > 0) throw new TypeError(`cannot read\n    at ${text}`);
        return sampleAnswer();
      },
    });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    await until(() => shop.logged.length === 3);
    expect(shop.events()).toEqual(["job-retry", "job-retry", "job-done"]);
    expect(shop.logged[0]?.facts.reason).toMatch(/^TypeError at .*run-job\.test\.ts/);
    expect(JSON.stringify(shop.logged)).not.toContain("hunter2");
  });

  it("keeps a question for a surface that is off", async () => {
    shop.start({ deliveries: {} });
    await shop.ask("a");
    await until(() => shop.logged.length > 0);
    expect(shop.logged[0]).toMatchObject({ event: "job-retry", facts: { reason: "the surface is off" } });
    expect((await shop.store.countByState()).accepted).toBe(1);
  });

  it.each([
    ["gives up on the fiftieth setback", 49, ["read a", "post a"], "no success in 50 attempts"],
    ["does not run what crashed fifty times", 50, [], "refused"],
  ])("%s", async (_what, earlier, expectedCalls, because) => {
    await shop.ask("a");
    for (let count = 0; count < earlier; count += 1) {
      const claim = await shop.store.claim(leaseMs);
      if (claim !== undefined) await shop.store.retryLater(claim, 0, "503");
    }
    shop.start({ deliveries: { discourse: shop.surface([{ status: "retry", reason: "503", afterMs: 0 }]) } });
    await until(() => shop.events().includes("job-failed"));
    expect(shop.calls).toEqual(expectedCalls);
    expect(shop.logged[0]?.facts.because).toBe(because);
    expect((await shop.store.countByState()).failed).toBe(1);
  });

  it("keeps its lease through a long answer, so that a second worker does not answer too", async () => {
    let answers = 0;
    const slow = async () => {
      answers += 1;
      await sleep(leaseMs * 3);
      return sampleAnswer();
    };
    shop.start({ answer: slow });
    shop.start({ answer: slow });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(answers).toBe(1);
    expect(shop.calls.filter((call) => call === "post a")).toHaveLength(1);
  });
});
