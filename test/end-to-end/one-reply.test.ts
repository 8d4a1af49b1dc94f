import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { ForumTopic } from "../support/discourse-server/forum-data.ts";
import { type DiscourseServer, startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { type Gate, openGate } from "./open-gate.ts";
import { shownText } from "./shown-text.ts";
import { type Bot, type ListeningBot, showingBots, startBot } from "./start-bot.ts";
import { deliverForumTo, discourseSettings, slackSettings, until } from "./surroundings.ts";

jest.setTimeout(45_000);

/*
 * A post whose fate is unknown is looked for after a whole lease, which is half a minute. So everything that has to wait
 * for one is begun before the first test and looked at in the last ones, which also see whether anything came twice.
 */
const question = "Why do requests come from 100.64.3.7?";
const SUBSCRIPTIONS = ["app_mention", "message.channels", "message.im"];

let slack: SlackServer;
let forum: DiscourseServer;
let bot: ListeningBot;
let cutOff: { readonly topic: ForumTopic };
let killed: { readonly slack: SlackServer; readonly bot: Bot };
let behindGate: {
  readonly forum: DiscourseServer;
  readonly gate: Gate;
  readonly bot: Bot;
  readonly topic: ForumTopic;
  readonly ready: number;
};

beforeAll(async () => {
  [slack, forum] = await Promise.all([startSlackServer({ subscriptions: SUBSCRIPTIONS }), startDiscourseServer()]);
  bot = await startBot({ ...slackSettings(slack), ...discourseSettings(forum) });
  deliverForumTo(forum, bot);
  await Promise.all([beginCutOffReplies(), beginKill(), beginAgainstShutGate()]);
});

afterAll(async () => {
  await Promise.all([slack, forum, killed.slack, behindGate.forum].map((server) => server.close()));
  await behindGate.gate.shut();
});

function addChannel(id: string, to = slack): string {
  to.addChannel({ id, kind: "channel", hasBot: true, externallyShared: false });
  return id;
}

const postsTo = (channel: string, by = slack) =>
  by.calls.filter(({ method, args }) => method === "chat.postMessage" && args.channel === channel);
const repliesIn = (topic: ForumTopic, on = forum) => on.postsOf(topic).filter(({ user }) => user === on.bot);

/** Resolves once the bot has recorded that the question of this channel or forum is done with. */
const untilDone = (by: Bot, place: string) => by.untilSaid(new RegExp(`"question":"\\w+:[^"]*${place}[^}]*"job-done"`));

describe("one reply, whatever comes twice:", () => {
  it(
    "a mention as message and as app_mention, each delivered three times",
    showingBots(async () => {
      const channel = addChannel("C401TWICE");
      slack.say({ channel, text: `@explain-ip ${question}`, times: 3 });
      await slack.settled();
      await untilDone(bot, channel);
      expect(bot.output().match(/C401TWICE[^}]*"outcome":"accepted"/g)).toHaveLength(1);
      expect(bot.output().match(/C401TWICE[^}]*"outcome":"duplicate"/g)).toHaveLength(5);
      expect(slack.replies(channel)).toHaveLength(1);
    }),
  );

  it(
    "a webhook that comes again under other event ids, before and after its reply",
    showingBots(async () => {
      const topic = forum.addTopic("Which range is this?");
      const post = forum.addPost({ topic, username: "alice", raw: question });
      forum.deliverAgain(post);
      await until(() => repliesIn(topic).length > 0);
      forum.deliverAgain(post);
      await forum.settled();
      const mine = forum.deliveries.filter(({ body }) => body.includes(`"id":${post.id},`));
      expect(mine.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(mine.map(({ eventId }) => eventId)).size).toBe(3);
      expect(repliesIn(topic)).toHaveLength(1);
    }),
  );
});

describe("a reply or a reason for those who call, none for those who do not:", () => {
  it(
    "overheard talk that is none of its business gets none, and the question is done with",
    showingBots(async () => {
      const topic = forum.addTopic("Lunch on Friday");
      const post = forum.addPost({
        topic,
        username: "alice",
        raw: "Thanks, that solved it for us. See you all at lunch!",
      });
      await untilDone(bot, `:${post.id}`);
      expect(bot.output()).toMatch(new RegExp(`:${post.id}"[^}]*"silent":true[^}]*"job-done"`));
      expect(repliesIn(topic)).toEqual([]);
    }),
  );

  it(
    "a call that says too little gets a question back",
    showingBots(async () => {
      const channel = addChannel("C406VAGUE");
      slack.say({ channel, text: "@explain-ip it does not work" });
      const [reply] = await slack.untilReplies(channel, 1);
      expect(shownText(reply ?? { text: "" })).toMatch(/\?/);
    }),
  );
});

describe("one reply, later, where the other side asks to wait:", () => {
  it(
    "Slack",
    showingBots(async () => {
      const channel = addChannel("C402LIMITED");
      slack.failNext("chat.postMessage", { kind: "rate-limit", retryAfterSeconds: 1 });
      slack.say({ channel, text: `@explain-ip ${question}` });
      const delay = await bot.untilSaid(/C402LIMITED.*\(429\)","delayMs":(\d+).*job-retry/);
      expect(Number(delay)).toBeGreaterThanOrEqual(1000);
      await slack.untilReplies(channel, 1);
      expect(postsTo(channel)).toHaveLength(2);
    }),
  );

  it(
    "the forum",
    showingBots(async () => {
      const topic = forum.addTopic("Which range is this?");
      forum.troubles.limitNext(1, 1);
      forum.addPost({ topic, username: "alice", raw: question });
      await until(() => repliesIn(topic).length > 0);
      expect(repliesIn(topic)).toHaveLength(1);
    }),
  );
});

/** The replies are stored, and the connections break before the answers. */
async function beginCutOffReplies() {
  slack.failNext("chat.postMessage", { kind: "drop-response" });
  slack.say({ channel: addChannel("C403CUT"), text: `@explain-ip ${question}` });
  await until(() => postsTo("C403CUT").length === 1);
  const topic = forum.addTopic("Which range is this?");
  forum.troubles.dropAfterStoring(1);
  forum.addPost({ topic, username: "alice", raw: question });
  await until(() => repliesIn(topic).length === 1);
  cutOff = { topic };
}

/** A bot is killed with two posts under way, of which one is stored and one is not, and started again. */
async function beginKill() {
  const slackOfKilled = await startSlackServer({ subscriptions: SUBSCRIPTIONS });
  const first = await startBot(slackSettings(slackOfKilled));
  slackOfKilled.failNext("chat.postMessage", { kind: "drop-response" });
  slackOfKilled.say({ channel: addChannel("C404STORED", slackOfKilled), text: `@explain-ip ${question}` });
  await until(() => postsTo("C404STORED", slackOfKilled).length === 1);
  slackOfKilled.failNext("chat.postMessage", { kind: "hang" });
  slackOfKilled.say({ channel: addChannel("C405LOST", slackOfKilled), text: `@explain-ip ${question}` });
  await until(() => postsTo("C405LOST", slackOfKilled).length === 1);
  first.send("SIGKILL");
  await first.ended;
  const second = await startBot(slackSettings(slackOfKilled), { folder: first.folder });
  killed = { slack: slackOfKilled, bot: second };
}

/** The forum cannot be reached when the bot starts, nor when it wants to post; later it can. */
async function beginAgainstShutGate() {
  const forumBehind = await startDiscourseServer();
  const gate = await openGate(forumBehind.url);
  await gate.shut();
  const started = await startBot(discourseSettings({ ...forumBehind, url: gate.url }));
  deliverForumTo(forumBehind, started);
  const topic = forumBehind.addTopic("Which range is this?");
  forumBehind.addPost({ topic, username: "alice", raw: question });
  await started.untilSaid(/Discourse did not answer.*job-retry/);
  const health = await fetch(`${started.url}/readyz`);
  await gate.open();
  behindGate = { forum: forumBehind, gate, bot: started, topic, ready: health.status };
}

describe("one reply, after a lease,", () => {
  it(
    "where the post was stored and its answer lost: it is found by its marker, in Slack and on the forum",
    showingBots(async () => {
      await Promise.all([untilDone(bot, "C403CUT"), untilDone(bot, `:${postIdIn(cutOff.topic)}`)]);
      expect(slack.replies("C403CUT")).toHaveLength(1);
      expect(postsTo("C403CUT")).toHaveLength(1);
      expect(repliesIn(cutOff.topic)).toHaveLength(1);
    }),
  );

  it(
    "where the bot was killed between accepting and replying: posted once if it was not, found if it was",
    showingBots(async () => {
      await killed.slack.untilReplies("C405LOST", 1, 40_000);
      await Promise.all([untilDone(killed.bot, "C404STORED"), untilDone(killed.bot, "C405LOST")]);
      expect(killed.slack.replies("C404STORED")).toHaveLength(1);
      expect(killed.slack.replies("C405LOST")).toHaveLength(1);
      expect(postsTo("C404STORED", killed.slack)).toHaveLength(1);
    }),
  );

  it(
    "where the forum could not be reached: the bot stays up, and posts once the forum is back",
    showingBots(async () => {
      expect(behindGate.ready).toBe(200);
      await until(() => repliesIn(behindGate.topic, behindGate.forum).length > 0);
      await untilDone(behindGate.bot, "");
      expect(repliesIn(behindGate.topic, behindGate.forum)).toHaveLength(1);
    }),
  );

  it("and nothing has come twice anywhere", () => {
    for (const server of [slack, killed.slack]) {
      const roots = server.calls.filter(({ method, reply }) => method === "chat.postMessage" && reply?.ok === true);
      const threads = roots.map(({ args }) => args.thread_ts);
      expect(new Set(threads).size).toBe(threads.length);
    }
    const answered = forum.botPosts().map(({ topic, replyTo }) => `${topic.id}/${replyTo}`);
    expect(new Set(answered).size).toBe(answered.length);
  });
});

function postIdIn(topic: ForumTopic): number {
  const [post] = forum.postsOf(topic);
  if (post === undefined) throw new Error("the topic is empty");
  return post.id;
}
