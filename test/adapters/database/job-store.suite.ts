import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openJobStore, type StoreLocation } from "../../../src/adapters/database/open-job-store.ts";
import type { Claim } from "../../../src/jobs/job.ts";
import type { JobStore } from "../../../src/jobs/job-store.ts";
import { sampleAnswer, sampleQuestion } from "../../support/sample-question.ts";
import { startStoreChild } from "../../support/store-child.ts";

/** A database to try: `freshLocation` names an empty store each time, `remove` takes everything away again. */
export type TriedDatabase = {
  readonly freshLocation: () => Promise<StoreLocation>;
  readonly remove: () => Promise<void>;
};

const longLease = 60_000;
const shortLease = 150;

/** What every store must do, whichever database is below it. */
export function describeJobStore(name: string, start: () => Promise<TriedDatabase>): void {
  describe(`job store on ${name}`, () => {
    let database: TriedDatabase;
    let location: StoreLocation;
    let store: JobStore;

    beforeAll(async () => {
      database = await start();
    }, 30_000);
    afterAll(() => database?.remove());
    beforeEach(async () => {
      location = await database.freshLocation();
      store = await openJobStore(location);
    });
    afterEach(() => store.close());

    const claimOne = async (leaseMs = longLease): Promise<Claim> => {
      const claim = await store.claim(leaseMs);
      if (claim === undefined) throw new Error("there is nothing to claim");
      return claim;
    };
    /** Claims until there is something, as a worker does; the test's own time limit ends it. */
    const claimInTime = async (leaseMs = longLease): Promise<Claim> => {
      for (;;) {
        const claim = await store.claim(leaseMs);
        if (claim !== undefined) return claim;
        await sleep(10);
      }
    };

    it("gives a question back as it was put in, and nothing else", async () => {
      const question = sampleQuestion("forum.example:17", {
        text: "100.64.x.x \u0000 \ud800 ü 'quoted' $1 🦊",
        thread: [{ text: "before", fromBot: true }],
        product: "gke",
      });
      expect(await store.enqueue(question)).toBe("accepted");
      const claim = await claimOne();
      expect(claim).toEqual({ question, attempt: 1, state: "accepted", answer: null, ageMs: expect.any(Number) });
      expect(claim.ageMs).toBeGreaterThanOrEqual(0);
      expect(await store.claim(longLease)).toBeUndefined();
    });

    it("knows a question by its id, also after it is done", async () => {
      expect(await store.enqueue(sampleQuestion("a"))).toBe("accepted");
      expect(await store.enqueue(sampleQuestion("a", { text: "edited" }))).toBe("duplicate");
      await store.finish(await claimOne(), "reply-1");
      expect(await store.enqueue(sampleQuestion("a"))).toBe("duplicate");
      expect(await store.countByState()).toEqual({ accepted: 0, answered: 0, posting: 0, done: 1, failed: 0 });
    });

    it("hands out the one that is due the longest first", async () => {
      for (const id of ["z", "m", "a"]) {
        await store.enqueue(sampleQuestion(id));
        await sleep(3);
      }
      expect([await claimOne(), await claimOne(), await claimOne()].map((claim) => claim.question.id)).toEqual([
        "z",
        "m",
        "a",
      ]);
    });

    it("keeps the state and the saved answer for the next attempt", async () => {
      await store.enqueue(sampleQuestion("a"));
      const answer = sampleAnswer({ citations: [] });
      const first = await claimOne();
      expect(await store.saveAnswer(first, answer)).toBe(true);
      expect((await store.countByState()).answered).toBe(1);
      await store.retryLater(first, 0, "503");
      const second = await claimOne();
      expect(second).toMatchObject({ attempt: 2, state: "answered", answer });
      expect(await store.beginPosting(second)).toBe(true);
      await store.retryLater(second, 0, "503");
      expect(await claimOne()).toMatchObject({ attempt: 3, state: "posting", answer });
    });

    it("lets a retry wait until it is due", async () => {
      for (const [id, delayMs] of [
        ["later", longLease],
        ["soon", 100],
      ] as const) {
        await store.enqueue(sampleQuestion(id));
        await store.retryLater(await claimOne(), delayMs, "429");
      }
      const claim = await claimInTime();
      expect(claim.question.id).toBe("soon");
      expect(claim.ageMs).toBeGreaterThanOrEqual(100);
      expect(await store.claim(longLease)).toBeUndefined();
    });

    it("gives a job to the next attempt when the lease has run out, and ignores every write of the older one", async () => {
      await store.enqueue(sampleQuestion("a"));
      const older = await claimOne(shortLease);
      const newer = await claimInTime();
      expect(newer.attempt).toBe(2);
      expect(newer.ageMs - older.ageMs).toBeGreaterThanOrEqual(shortLease);
      const writes = [
        store.renew(older, longLease),
        store.saveAnswer(older, sampleAnswer({ reason: "too late" })),
        store.beginPosting(older),
        store.finish(older, "too late"),
        store.retryLater(older, 0, "too late"),
        store.giveUp(older, "too late"),
      ];
      expect(await Promise.all(writes)).toEqual([false, false, false, false, false, false]);
      expect((await store.countByState()).accepted).toBe(1);
      expect(await store.claim(longLease)).toBeUndefined();
      expect(await store.saveAnswer(newer, sampleAnswer())).toBe(true);
      expect(await store.finish(newer, "reply-1")).toBe(true);
    });

    it("writes nothing more to a job that has ended", async () => {
      await store.enqueue(sampleQuestion("done"));
      await store.enqueue(sampleQuestion("failed"));
      const [first, second] = [await claimOne(), await claimOne()];
      for (const claim of [first, second]) await store.renew(claim, 0);
      expect([await store.finish(first, null), await store.giveUp(second, "refused")]).toEqual([true, true]);
      expect([await store.giveUp(first, "late"), await store.retryLater(second, 0, "late")]).toEqual([false, false]);
      expect(await store.claim(longLease)).toBeUndefined();
      expect(await store.countByState()).toMatchObject({ done: 1, failed: 1 });
    });

    it("holds a renewed lease beyond its first end", async () => {
      await store.enqueue(sampleQuestion("a"));
      const claim = await claimOne(shortLease);
      expect(await store.renew(claim, longLease)).toBe(true);
      await sleep(shortLease * 2);
      expect(await store.claim(longLease)).toBeUndefined();
      expect(await store.finish(claim, "reply-1")).toBe(true);
    });

    it("forgets ended jobs after their time and never an open one", async () => {
      for (const id of ["done", "failed", "open"]) {
        await store.enqueue(sampleQuestion(id));
        await sleep(3);
      }
      await store.finish(await claimOne(), "reply-1");
      await store.giveUp(await claimOne(), "refused");
      expect(await store.prune(longLease)).toBe(0);
      await sleep(20);
      expect(await store.prune(5)).toBe(2);
      expect(await store.countByState()).toEqual({ accepted: 1, answered: 0, posting: 0, done: 0, failed: 0 });
      expect(await store.enqueue(sampleQuestion("done"))).toBe("accepted");
    });

    it("accepts each of 50 keys once, whoever of two processes and two stores brings it", async () => {
      const ids = (from: number) => Array.from({ length: 50 }, (_, index) => `key-${(index * 7 + from) % 50}`);
      const other = await openJobStore(location);
      const children = [0, 11].map((from) => startStoreChild(location, { kind: "enqueue", ids: ids(from) }));
      const here = [store, other].map(async (one, index) => {
        const lines: string[] = [];
        for (const id of ids(index * 23)) lines.push(`${id} ${await one.enqueue(sampleQuestion(id))}`);
        return lines;
      });
      const lines = (await Promise.all([...here, ...children.map((child) => child.allLines())])).flat();
      await other.close();
      expect(lines).toHaveLength(200);
      const accepted = lines.filter((line) => line.endsWith(" accepted"));
      expect(accepted.sort()).toEqual(
        ids(0)
          .map((id) => `${id} accepted`)
          .sort(),
      );
      expect((await store.countByState()).accepted).toBe(50);
    }, 30_000);

    it("never gives one job to two of eight claimants in two processes", async () => {
      const ids = Array.from({ length: 120 }, (_, index) => `job-${index}`);
      for (const id of ids) await store.enqueue(sampleQuestion(id));
      const children = [1, 2].map(() => startStoreChild(location, { kind: "claim", lanes: 4, leaseMs: longLease }));
      const lines = await Promise.all(children.map((child) => child.allLines()));
      expect(lines.flat().sort()).toEqual(ids.map((id) => `${id} 1`).sort());
    }, 30_000);

    it("has a question that was acknowledged although the process was killed right after", async () => {
      const child = startStoreChild(location, {
        kind: "enqueue",
        ids: Array.from({ length: 500 }, (_, index) => `q${index}`),
      });
      const acknowledged: string[] = [];
      for (let count = 0; count < 7; count += 1) acknowledged.push(String(await child.nextLine()));
      child.process.kill("SIGKILL");
      await once(child.process, "exit");
      expect(acknowledged[6]).toBe("q6 accepted");
      for (const line of acknowledged)
        expect(await store.enqueue(sampleQuestion(String(line.split(" ")[0])))).toBe("duplicate");
    }, 30_000);

    it("keeps everything from one opening to the next", async () => {
      await store.enqueue(sampleQuestion("a"));
      await store.close();
      store = await openJobStore(location);
      expect((await claimOne()).question.id).toBe("a");
    });

    it("can be opened by four at once while it is still empty", async () => {
      const empty = await database.freshLocation();
      const stores = await Promise.all([1, 2, 3, 4].map(() => openJobStore(empty)));
      const results = await Promise.all(stores.map((one) => one.enqueue(sampleQuestion("a"))));
      expect(results.sort()).toEqual(["accepted", "duplicate", "duplicate", "duplicate"]);
      await Promise.all(stores.map((one) => one.close()));
    });

    it("answers a ping while open, and says store-unavailable after it is closed", async () => {
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      await expect(store.ping()).rejects.toMatchObject({
        code: "store-unavailable",
        remedy: expect.stringMatching(/Check/),
      });
    });
  });
}
