import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { answerRecordSchema } from "../../src/contract/answer-record.ts";
import { type DiscourseServer, startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { runCli } from "../support/run-cli.ts";
import { IDENTITIES } from "../support/slack-server/identities.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { expectFirstAnswer, expectSecondAnswer, firstPost, secondPost } from "./seed-thread.ts";
import { shownText } from "./shown-text.ts";
import { freshFolder, type ListeningBot, readStore, showingBots, startBot } from "./start-bot.ts";
import { deliverForumTo, discourseSettings, slackSettings, until, webhookSecret } from "./surroundings.ts";

jest.setTimeout(20_000);

const CHANNEL = "C100GENERAL";
const DIRECT = "D100DIRECT";
const WHISPER = 4;
const PUBLIC = 1;

type Surroundings = { readonly slack: SlackServer; readonly forum: DiscourseServer; readonly bot: ListeningBot };
/** One with Slack over a socket and whispers, one with Slack over HTTP and public replies. */
let quiet: Surroundings;
let open: Surroundings;

beforeAll(async () => {
  [quiet, open] = await Promise.all([startQuiet(), startOpen()]);
});

afterAll(async () => {
  for (const { slack, forum } of [quiet, open]) await Promise.all([slack.close(), forum.close()]);
});

async function startQuiet(): Promise<Surroundings> {
  const [slack, forum] = await Promise.all([startSlackServer(), startDiscourseServer()]);
  const opened = forum.addCategory("opened");
  const bot = await startBot({
    ...slackSettings(slack),
    ...discourseSettings(forum),
    DISCOURSE_PUBLIC_CATEGORIES: String(opened.id),
  });
  deliverForumTo(forum, bot);
  return { slack, forum, bot };
}

async function startOpen(): Promise<Surroundings> {
  const [slack, forum] = await Promise.all([startSlackServer(), startDiscourseServer()]);
  const bot = await startBot({
    ...slackSettings(slack, "http"),
    ...discourseSettings(forum),
    DISCOURSE_REPLY_AS: "public",
  });
  slack.useHttp(`${bot.url}/slack/events`);
  deliverForumTo(forum, bot);
  return { slack, forum, bot };
}

describe.each([
  ["over a socket", () => quiet.slack],
  ["over HTTP", () => open.slack],
])("in Slack, %s", (_way, slackOf) => {
  it(
    "a mention, and a later one in its thread",
    showingBots(async () => {
      const slack = slackOf();
      const { ts } = slack.say({ channel: CHANNEL, text: `@explain-ip ${firstPost}` });
      const [first] = await slack.untilReplies(CHANNEL, 1);
      expect(first).toMatchObject({ threadTs: ts, unfurls: false, pings: [] });
      expectFirstAnswer(shownText(first ?? { text: "" }));

      slack.say({ channel: CHANNEL, threadTs: ts, text: `@explain-ip ${secondPost}` });
      const [, second] = await slack.untilReplies(CHANNEL, 2);
      expect(second).toMatchObject({ threadTs: ts, unfurls: false, pings: [] });
      expectSecondAnswer(shownText(second ?? { text: "" }));
    }),
  );

  it(
    "a direct message, and a later one in its thread, without a mention",
    showingBots(async () => {
      const slack = slackOf();
      const { ts } = slack.say({ channel: DIRECT, text: firstPost });
      const [first] = await slack.untilReplies(DIRECT, 1);
      expectFirstAnswer(shownText(first ?? { text: "" }));
      slack.say({ channel: DIRECT, threadTs: ts, text: secondPost });
      const [, second] = await slack.untilReplies(DIRECT, 2);
      expectSecondAnswer(shownText(second ?? { text: "" }));
    }),
  );

  it(
    "a command, for its asker alone, where the bot is no member",
    showingBots(async () => {
      const slack = slackOf();
      const channel = "C300WITHOUTBOT";
      await slack.command({ channel, text: firstPost });
      await slack.command({ channel, text: `${firstPost} ${secondPost}` });
      const [first, second] = await slack.untilReplies(channel, 2);
      expectFirstAnswer(shownText(first ?? { text: "" }));
      expectSecondAnswer(shownText(second ?? { text: "" }));
      expect(slack.replies(channel)).toEqual([]);
      expect(slack.ephemerals(channel)).toHaveLength(2);
    }),
  );
});

describe("on the forum, post by post", () => {
  it.each([
    { what: "overheard: whispers", where: () => quiet, category: false, call: "", type: WHISPER },
    { what: "called: whispers by default", where: () => quiet, category: false, call: "@explain-ip ", type: WHISPER },
    { what: "in a category that is opened: for all", where: () => quiet, category: true, call: "", type: PUBLIC },
    { what: "called, replies set to public", where: () => open, category: false, call: "@explain-ip ", type: PUBLIC },
    { what: "overheard, replies set to public: whispers", where: () => open, category: false, call: "", type: WHISPER },
  ])("$what", async ({ where, category, call, type }) => {
    await showingBots(async () => {
      const { forum } = where();
      const opened = category ? { category: { id: 5, slug: "opened" } } : {};
      const topic = forum.addTopic("Which range do in-cluster requests come from?", opened);
      const answers = () => forum.postsOf(topic).filter(({ user }) => user === forum.bot);

      forum.addPost({ topic, username: "alice", raw: `${call}${firstPost}` });
      await until(() => answers().length === 1);
      expect(answers()[0]).toMatchObject({ type, replyTo: 1 });
      expectFirstAnswer(answers()[0]?.raw ?? "");

      forum.addPost({ topic, username: "alice", raw: `${call}${secondPost}` });
      await until(() => answers().length === 2);
      expect(answers()[1]).toMatchObject({ type, replyTo: 3 });
      expectSecondAnswer(answers()[1]?.raw ?? "");
    })();
  });
});

describe("over HTTP", () => {
  const ask = async (request: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${quiet.bot.url}/v1/explain`, {
      method: "POST",
      headers,
      body: JSON.stringify(request),
    });
    return { status: response.status, answer: answerRecordSchema.parse(await response.json()) };
  };

  it(
    "as JSON, with the thread",
    showingBots(async () => {
      const first = await ask({ id: "one", question: firstPost });
      expect(first).toMatchObject({
        status: 200,
        answer: {
          id: "one",
          action: "answer",
          ask: { options: expect.arrayContaining(["Scaleway Kapsule"]) },
        },
      });
      expectFirstAnswer(first.answer.text);
      const second = await ask({ question: secondPost, thread: [firstPost] });
      expect(second.answer).toMatchObject({ action: "answer", certainty: "documented" });
      expectSecondAnswer(second.answer.text);
    }),
  );

  it(
    "as a page",
    showingBots(async () => {
      const body = new URLSearchParams({ question: secondPost, earlier: firstPost });
      const response = await fetch(quiet.bot.url, { method: "POST", body });
      const html = await response.text();
      expect(response.status).toBe(200);
      for (const word of ["100.64.0.0/15", "10.32.0.0/20", "pod_cidr", "service_cidr"]) expect(html).toContain(word);
    }),
  );
});

describe("on the command line", () => {
  it("in words, with the thread in a file", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "thread.json"), JSON.stringify([firstPost]));
    const [first, second] = await Promise.all([
      runCli([firstPost], { cwd: folder }),
      runCli([secondPost, "--thread", "thread.json"], { cwd: folder }),
    ]);
    expect([first, second]).toMatchObject([
      { code: 0, stderr: "" },
      { code: 0, stderr: "" },
    ]);
    expectFirstAnswer(first.stdout);
    expectSecondAnswer(second.stdout);
  });
});

/** Runs last: by now both bots have taken every question above. */
it("no word of what was asked or answered, and no secret, is in what the bots said", () => {
  const output = quiet.bot.output() + open.bot.output();
  expect(output).toContain("job-done");
  expect(output).not.toMatch(/Scaleway|whitelisting|100\.64|RFC 6598|commands\/T100/);
  for (const secret of [IDENTITIES.botToken, IDENTITIES.appToken, IDENTITIES.signingSecret, webhookSecret]) {
    expect(output).not.toContain(secret);
  }
  expect(output).not.toContain(quiet.forum.apiKey);
  expect(readStore(quiet.bot).join("\n")).not.toContain(quiet.forum.apiKey);
});
