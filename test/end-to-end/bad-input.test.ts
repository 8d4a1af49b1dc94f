import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { signedHeaders } from "../support/discourse-server/webhook-sender.ts";
import { sendSigned } from "../support/slack-server/http-delivery.ts";
import { IDENTITIES } from "../support/slack-server/identities.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { type ListeningBot, readStore, showingBots, startBot } from "./start-bot.ts";
import { deliverForumTo, discourseSettings, slackSettings, until, webhookSecret } from "./surroundings.ts";

jest.setTimeout(20_000);

/** Stands in every body below, and must stand in no line of the log. */
const mark = "MARK-OF-THE-BODY";
const JSON_TYPE = "application/json";

let slack: SlackServer;
let forum: DiscourseServer;
let bot: ListeningBot;

beforeAll(async () => {
  [slack, forum] = await Promise.all([startSlackServer({ retryDelaysMs: [0, 0, 0] }), startDiscourseServer()]);
  bot = await startBot({ ...slackSettings(slack, "http"), ...discourseSettings(forum) });
  slack.useHttp(`${bot.url}/slack/events`);
});

afterAll(() => Promise.all([slack.close(), forum.close()]));

async function post(path: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(bot.url + path, {
    method: "POST",
    body,
    headers: { "content-type": JSON_TYPE, ...headers },
  });
  return { status: response.status, text: await response.text() };
}

const forumPost = JSON.stringify({
  post: {
    id: 77,
    topic_id: 7,
    post_number: 1,
    post_type: 1,
    username: "alice",
    user_id: 5,
    raw: `@explain-ip What is 10.0.0.1? ${mark}`,
    created_at: new Date().toISOString(),
    topic_title: "A title",
    topic_archetype: "regular",
  },
});
const created = { "x-discourse-event": "post_created" };
const signed = signedHeaders(webhookSecret, forumPost);
const forged = signedHeaders("another secret", forumPost);

const slackEvent = JSON.stringify({
  type: "event_callback",
  team_id: IDENTITIES.teamId,
  event: {
    type: "app_mention",
    channel: "C100GENERAL",
    ts: "1700000000.000001",
    user: "U1",
    text: `10.0.0.1? ${mark}`,
  },
});
const sendToSlack = (request: { secret?: string; timestampSeconds?: number }) =>
  sendSigned(`${bot.url}/slack/events`, { body: slackEvent, contentType: JSON_TYPE, ...request });

describe("what is not signed by the right one is refused with 401, and neither kept nor logged:", () => {
  it.each([
    { what: "a webhook signed with another secret", headers: forged },
    { what: "a webhook without a signature", headers: {} },
    { what: "a webhook whose signature is no hex", headers: { "x-discourse-event-signature": "sha256=oh no" } },
  ])("$what", async ({ headers }) => {
    expect((await post("/discourse/webhook", forumPost, { ...created, ...headers })).status).toBe(401);
  });

  it("a webhook that was changed on its way", async () => {
    const changed = forumPost.replace("10.0.0.1", "10.0.0.2");
    expect((await post("/discourse/webhook", changed, { ...created, ...signed })).status).toBe(401);
  });

  it.each([
    { what: "a Slack event signed with another secret", request: { secret: "another secret" } },
    { what: "a Slack event of an hour ago", request: { timestampSeconds: Math.floor(Date.now() / 1000) - 3600 } },
  ])("$what", async ({ request }) => {
    expect((await sendToSlack(request)).status).toBe(401);
  });

  it(
    "of all that, the store and the log hold nothing but that it came",
    showingBots(async () => {
      expect(bot.output().match(/"outcome":"bad-signature"/g)).toHaveLength(4);
      expect(bot.output()).not.toMatch(new RegExp(`${mark}|alice|A title|10\\.0\\.0`));
      expect(readStore(bot)).toEqual([]);
    }),
  );
});

describe("what cannot be read gets a clear error, and the bot goes on:", () => {
  it.each([
    { what: "broken JSON", path: "/v1/explain", body: `{"question": "${mark}`, status: 400, says: /JSON/ },
    { what: "no question", path: "/v1/explain", body: `{"text":"${mark}"}`, status: 400, says: /question/ },
    {
      what: "an unknown product",
      path: "/v1/explain",
      body: `{"question":"10.0.0.1?","provider":"x"}`,
      status: 400,
      says: /no product "x"/,
    },
    {
      what: "too much",
      path: "/v1/explain",
      body: `{"question":"${"1".repeat(1_100_000)}"}`,
      status: 413,
      says: /large|most|limit/i,
    },
    { what: "an unknown path", path: "/v2/explain", body: "{}", status: 404, says: /nothing here/ },
    { what: "a path beside that of Slack", path: "/slack/nothing", body: "{}", status: 404, says: /nothing here/ },
  ])("$what: $status", ({ path, body, status, says }) =>
    showingBots(async () => {
      const reply = await post(path, body);
      expect(reply.status).toBe(status);
      expect(JSON.parse(reply.text)).toEqual({
        error: { code: expect.any(String), message: expect.stringMatching(says) },
      });
      expect(reply.text).not.toMatch(/node_modules|\.ts:\d/);
      expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
      expect(bot.output()).not.toContain(mark);
    })(),
  );
});

it(
  "while the store is locked nothing is acknowledged, and what comes again afterwards is answered once",
  showingBots(async () => {
    deliverForumTo(forum, bot);
    const other = new DatabaseSync(join(bot.folder, "data", "explain-ip.sqlite"));
    other.exec("begin immediate");
    const topic = forum.addTopic("Which range is this?");
    forum.addPost({ topic, username: "alice", raw: "Why do requests come from 100.64.3.7?" });
    slack.say({ channel: "C100GENERAL", text: "@explain-ip Why do requests come from 100.64.3.7?" });
    await until(() => forum.deliveries.length === 1);
    expect(forum.deliveries[0]).toMatchObject({ status: 503 });
    other.exec("rollback");
    other.close();
    await forum.retryNow();
    await until(() => forum.botPosts().length > 0);
    await slack.untilReplies("C100GENERAL", 1);
    await Promise.all([forum.settled(), slack.settled()]);
    expect(forum.botPosts()).toHaveLength(1);
    expect(slack.replies("C100GENERAL")).toHaveLength(1);
    expect(readStore(bot)).toHaveLength(2);
  }),
);
