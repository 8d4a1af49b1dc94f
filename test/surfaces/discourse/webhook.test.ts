import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { ExplainIpError } from "../../../src/errors.ts";
import { connectDiscourse } from "../../../src/surfaces/discourse/connect-discourse.ts";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { connectToForum, WEBHOOK_SECRET } from "./connect-to-forum.ts";
import { startReceiver } from "./start-receiver.ts";

let forum: DiscourseServer;
let connected: ReturnType<typeof connectToForum>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
  forum = await startDiscourseServer();
  connected = connectToForum(forum, { ignoreUsers: ["helper-bot"] });
  receiver = await startReceiver(connected.surface);
});

afterEach(async () => {
  await forum.close();
  await receiver.close();
});

const question = "Why do requests come from 100.64.3.7?";

describe("a webhook from a forum", () => {
  it("brings each new post once, whatever event carries it", async () => {
    forum.deliverTo(receiver.url, WEBHOOK_SECRET);
    const topic = forum.addTopic("Which range is this?", { category: forum.addCategory("support") });
    const first = forum.addPost({ topic, username: "alice", raw: question });
    await forum.settled();
    forum.deliverAgain(first);
    await forum.settled();
    const host = new URL(forum.url).host;
    expect(connected.accepted.map(({ id }) => id)).toEqual([`discourse:${host}:${first.id}`]);
    expect(forum.deliveries.map(({ status }) => status)).toEqual([200, 200]);
    expect(forum.deliveries[0]?.eventId).not.toBe(forum.deliveries[1]?.eventId);
  });

  it("tells a question to the bot from one that it overhears", async () => {
    forum.deliverTo(receiver.url, WEBHOOK_SECRET);
    const topic = forum.addTopic("Which range is this?");
    forum.addPost({ topic, username: "alice", raw: question });
    await forum.settled();
    forum.addPost({ topic, username: "bob", raw: `@explain-ip ${question}` });
    await forum.settled();
    expect(connected.accepted.map(({ addressed, text }) => ({ addressed, text }))).toEqual([
      { addressed: false, text: `Which range is this?\n\n${question}` },
      { addressed: true, text: question },
    ]);
  });

  it("brings nothing of what is no question", async () => {
    forum.deliverTo(receiver.url, WEBHOOK_SECRET);
    const topic = forum.addTopic("Which range is this?");
    const message = forum.addTopic("For your eyes", { archetype: "private_message" });
    forum.ping();
    forum.addPost({ topic, username: "system", raw: question });
    forum.addPost({ topic, username: "explain-ip", raw: question });
    forum.addPost({ topic, username: "helper-bot", raw: `@explain-ip ${question}` });
    forum.addPost({ topic, username: "alice", raw: question, type: 4 });
    forum.addPost({ topic, username: "alice", raw: question, type: 3 });
    forum.addPost({ topic, username: "alice", raw: question, hidden: true });
    forum.addPost({ topic: message, username: "alice", raw: question });
    const post = forum.addPost({ topic, username: "alice", raw: question, createdAt: "2026-01-05T10:00:00.000Z" });
    forum.editPost(post, `${question} And 10.0.0.1?`);
    forum.deletePost(post);
    await forum.settled();
    expect(connected.accepted).toEqual([]);
    expect(forum.deliveries).toHaveLength(11);
    expect(forum.deliveries.every(({ status }) => status === 200)).toBe(true);
  });

  it("is refused with 401 when the signature is wrong; nothing is accepted and nothing of it is logged", async () => {
    forum.deliverTo(receiver.url, "another secret");
    const topic = forum.addTopic("Which range is this?");
    forum.addPost({ topic, username: "alice", raw: `${question} My password is hunter2.` });
    await forum.settled();
    expect(forum.deliveries.map(({ status }) => status)).toEqual([401]);
    expect(forum.webhookIsActive()).toBe(true);
    expect(connected.accepted).toEqual([]);
    const bytes = Buffer.byteLength(forum.deliveries[0]?.body ?? "");
    expect(connected.logged).toEqual([JSON.stringify({ event: "discourse-webhook", outcome: "bad-signature", bytes })]);
  });

  it("is refused with 401 without a signature", async () => {
    const response = await fetch(receiver.url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-discourse-event": "post_created" },
      body: "{}",
    });
    expect(response.status).toBe(401);
  });

  it("never writes what was asked into the log", async () => {
    forum.deliverTo(receiver.url, WEBHOOK_SECRET);
    forum.addPost({ topic: forum.addTopic("A secret title"), username: "alice", raw: question });
    await forum.settled();
    expect(connected.accepted).toHaveLength(1);
    expect(connected.logged.join("\n")).not.toMatch(/100\.64\.3\.7|secret title|alice/);
  });
});

describe("a webhook that cannot be kept", () => {
  it("is answered with 503 and comes again, under a new event id, until it is on disk", async () => {
    let down = true;
    const kept: string[] = [];
    const surface = connectDiscourse(
      {
        baseUrl: forum.url,
        apiKey: forum.apiKey,
        apiUsername: forum.bot.username,
        webhookSecret: WEBHOOK_SECRET,
        replyAs: "whisper",
      },
      {
        accept: async ({ id }) => {
          if (down) throw new ExplainIpError("store-unavailable", "The database does not answer.", "Start it.");
          kept.push(id);
          return "accepted";
        },
        log: () => undefined,
      },
    );
    const shaky = await startReceiver(surface);
    try {
      forum.deliverTo(shaky.url, WEBHOOK_SECRET);
      forum.addPost({ topic: forum.addTopic("Which range is this?"), username: "alice", raw: question });
      await forum.settled();
      expect(forum.scheduledRetries()).toEqual([1]);
      await forum.retryNow();
      expect(forum.scheduledRetries()).toEqual([5]);
      down = false;
      await forum.retryNow();
      expect(forum.scheduledRetries()).toEqual([]);
      expect(forum.deliveries.map(({ status, retry }) => [status, retry])).toEqual([
        [503, 0],
        [503, 1],
        [200, 2],
      ]);
      expect(kept).toHaveLength(1);
    } finally {
      await shaky.close();
    }
  });
});
