import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openSqliteStore } from "../../../src/adapters/database/sqlite-store.ts";
import type { Question } from "../../../src/core/question/question.ts";
import type { JobStore } from "../../../src/jobs/job-store.ts";
import { startWorker, type Worker } from "../../../src/jobs/worker.ts";
import { connectDiscourse } from "../../../src/surfaces/discourse/connect-discourse.ts";
import type { ForumPost } from "../../support/discourse-server/forum-data.ts";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { sampleAnswer } from "../../support/sample-question.ts";
import { WEBHOOK_SECRET } from "./connect-to-forum.ts";
import { startReceiver } from "./start-receiver.ts";

const folder = mkdtempSync(join(tmpdir(), "explain-ip-discourse-"));
let forum: DiscourseServer;
let store: JobStore;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let worker: Worker;
let answered: Question[];

beforeEach(async () => {
  forum = await startDiscourseServer();
  answered = [];
});

/** The lease is four times as long as one act may take. */
async function startBot(timeoutMs: number): Promise<void> {
  store = await openSqliteStore(join(mkdtempSync(join(folder, "store-")), "explain-ip.db"));
  const log = () => undefined;
  const surface = connectDiscourse(
    {
      baseUrl: forum.url,
      apiKey: forum.apiKey,
      apiUsername: forum.bot.username,
      webhookSecret: WEBHOOK_SECRET,
      replyAs: "whisper",
      timeoutMs,
    },
    { accept: store.enqueue, log },
  );
  receiver = await startReceiver(surface);
  forum.deliverTo(receiver.url, WEBHOOK_SECRET);
  const answer = async (question: Question) => {
    answered.push(question);
    return sampleAnswer();
  };
  const deliveries = { discourse: surface.delivery };
  worker = startWorker({ store, deliveries, answer, log, leaseMs: 4 * timeoutMs, concurrency: 2, pollMs: 10 });
}

afterEach(async () => {
  await forum.settled();
  await worker.stop();
  await forum.close();
  await receiver.close();
  await store.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a question on the forum, through the store", () => {
  it("gets one reply, a whisper, with its thread read; the bot's own reply is no new question", async () => {
    await startBot(2000);
    const topic = forum.addTopic("Which range is this?");
    forum.addPost({ topic, username: "alice", raw: "Why do requests come from 100.64.3.7?" });
    await ended(1);
    forum.addPost({ topic, username: "alice", raw: "@explain-ip It is on Scaleway. Is this documented?" });
    await ended(2);
    expect(replies()).toEqual([
      { type: 4, replyTo: 1 },
      { type: 4, replyTo: 3 },
    ]);
    expect(answered.map(({ thread }) => thread.map(({ text }) => text))).toEqual([
      [],
      ["Which range is this?\n\nWhy do requests come from 100.64.3.7?"],
    ]);
  });

  it("gets one reply although the connection breaks after the forum has stored it", async () => {
    // Its fate is unknown, so that the look-up waits for a lease to run out.
    await startBot(200);
    forum.troubles.dropAfterStoring(1);
    ask();
    await ended(1);
    expect(replies()).toHaveLength(1);
    expect(answered).toHaveLength(1);
  });

  it("gets one reply after the forum has asked to wait", async () => {
    await startBot(2500);
    forum.troubles.limitNext(1, 1);
    ask();
    await ended(1);
    expect(replies()).toHaveLength(1);
  });

  it("gets one reply however often the forum delivers it", async () => {
    await startBot(2000);
    const post = ask();
    for (let i = 0; i < 10; i += 1) forum.deliverAgain(post);
    await forum.settled();
    await ended(1);
    expect(forum.deliveries.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(11);
    expect(replies()).toHaveLength(1);
  });
});

function ask(): ForumPost {
  return forum.addPost({
    topic: forum.addTopic("Which range is this?"),
    username: "alice",
    raw: "Why do requests come from 100.64.3.7?",
  });
}

/** Waits until so many questions are answered and none is left; Jest's own time-out ends a wait in vain. */
async function ended(count: number): Promise<void> {
  for (;;) {
    const { done, accepted, answered: saved, posting } = await store.countByState();
    if (done === count && accepted + saved + posting === 0) return;
    await sleep(10);
  }
}

function replies() {
  return forum.botPosts().map(({ type, replyTo }) => ({ type, replyTo }));
}
