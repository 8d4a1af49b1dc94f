import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { PostResult } from "../../src/jobs/delivery.ts";
import { sampleAnswer } from "../support/sample-question.ts";
import { leaseMs, openWorkshop, until, type Workshop } from "./workshop.ts";

describe("the worker", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await openWorkshop();
  });
  afterEach(() => shop.close());

  it("comes at once when it is woken, however long it would wait", async () => {
    const worker = shop.start({ pollMs: 600_000 });
    for (const id of ["a", "b"]) {
      await sleep(20);
      await shop.ask(id);
      worker.wake();
      await until(() => shop.calls.includes(`post ${id}`));
    }
  });

  it("has no more jobs in hand than it may, and gets through all", async () => {
    let inHand = 0;
    const seen: number[] = [];
    shop.start({
      concurrency: 3,
      answer: async () => {
        inHand += 1;
        seen.push(inHand);
        await sleep(10);
        inHand -= 1;
        return sampleAnswer();
      },
    });
    for (let count = 0; count < 12; count += 1) await shop.ask(`q${count}`);
    await shop.untilCount("done", 12);
    expect(seen).toHaveLength(12);
    expect(Math.max(...seen)).toBe(3);
  });

  it("does not run its own job a second time when its lease ran out, and ends with one post", async () => {
    const posts: string[] = [];
    shop.start({
      // As if the process had stood still at every renewal.
      store: { ...shop.store, renew: async () => true },
      deliveries: {
        discourse: shop.surface([], {
          post: async ({ id }) => {
            await sleep(leaseMs * 1.5);
            posts.push(id);
            return { status: "posted", reply: "17" };
          },
          findReply: async () => (posts.length > 0 ? { status: "found", reply: "17" } : { status: "absent" }),
        }),
      },
    });
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(posts).toEqual(["a"]);
    expect(shop.events().slice(0, 2)).toEqual(["job-still-in-hand", "job-taken-over"]);
  });

  it("ends what is in hand when it is stopped and takes nothing more", async () => {
    const worker = shop.start({
      concurrency: 1,
      leaseMs: 30_000,
      answer: async () => {
        await sleep(100);
        return sampleAnswer();
      },
    });
    await shop.ask("a");
    await shop.ask("b");
    await until(() => shop.calls.includes("read a"));
    await worker.stop();
    expect(await shop.store.countByState()).toMatchObject({ done: 1, accepted: 1 });
  });

  it("stops although a post hangs, and leaves that job to its lease", async () => {
    let release: () => void = () => undefined;
    const hanging = new Promise<PostResult>((resolve) => {
      release = () => resolve({ status: "posted", reply: "17" });
    });
    const worker = shop.start({ concurrency: 1, deliveries: { discourse: shop.surface([], { post: () => hanging }) } });
    await shop.ask("a");
    await shop.untilCount("posting", 1);
    await worker.stop();
    expect(shop.logged).toEqual([{ event: "jobs-left-to-their-leases", facts: { count: 1 } }]);
    release();
    await shop.untilCount("done", 1);
  });

  it("says once that the store does not answer, and goes on when it does", async () => {
    const other = new DatabaseSync(shop.file);
    other.exec("begin immediate");
    shop.start();
    await until(() => shop.logged.length > 0);
    other.exec("rollback");
    other.close();
    await shop.ask("a");
    await shop.untilCount("done", 1);
    expect(shop.events().filter((event) => event === "store-trouble")).toHaveLength(1);
    expect(shop.logged[0]?.facts.reason).toContain("store-unavailable");
  }, 10_000);

  it("forgets the jobs that ended more than a week ago, and no others", async () => {
    for (const id of ["old", "new", "open"]) await shop.ask(id);
    for (let claim = await shop.store.claim(60_000); claim !== undefined; claim = await shop.store.claim(60_000)) {
      if (claim.question.id !== "open") await shop.store.finish(claim, "17");
    }
    const other = new DatabaseSync(shop.file);
    const weekMs = 7 * 24 * 60 * 60 * 1000;
    other.exec(`update explain_ip_job set finished_at = finished_at - ${weekMs + 1} where id = 'old'`);
    other.close();
    shop.start();
    await until(() => shop.logged.length > 0);
    expect(shop.logged).toEqual([{ event: "jobs-forgotten", facts: { count: 1 } }]);
    expect(await shop.store.countByState()).toMatchObject({ done: 1, accepted: 1 });
  });
});
