import { afterEach, describe, expect, it } from "@jest/globals";
import { IDENTITIES } from "../../support/slack-server/identities.ts";
import { type Bot, type BotOptions, startBot } from "./start-bot.ts";

const CHANNEL = "C100GENERAL";
const QUESTION = "@explain-ip why do requests come from 100.64.3.7?";
const EVERYTHING = ["app_mention", "message.im", "message.channels", "message.groups"];
let bot: Bot | undefined;

async function start(options: BotOptions): Promise<Bot> {
  bot = await startBot(options);
  return bot;
}

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

describe.each(["socket", "http"] as const)("questions through Slack, %s mode", (mode) => {
  it("takes a mention in a channel", async () => {
    const { slack, questions } = await start({ mode });
    const { ts } = slack.say({ channel: CHANNEL, text: QUESTION });
    await slack.settled();
    expect([...questions.values()]).toEqual([
      {
        id: `slack:${IDENTITIES.teamId}:${CHANNEL}:${ts}`,
        text: "why do requests come from 100.64.3.7?",
        thread: [],
        askedAt: new Date(Math.floor(Number(ts) * 1000)).toISOString(),
        origin: { surface: "slack", place: { kind: "message", channel: CHANNEL, ts } },
        addressed: true,
        audience: "internal-channel",
      },
    ]);
    expect(slack.outcomes).toEqual([{ acknowledged: true, attempts: 1, response: expect.anything() }]);
  });

  it("takes a mention in a thread, a private channel, a shared channel and a direct message", async () => {
    const { slack, questions } = await start({ mode });
    const root = slack.say({ channel: CHANNEL, text: "our logs show 100.64.3.7" });
    slack.say({ channel: CHANNEL, text: QUESTION, threadTs: root.ts });
    slack.say({ channel: "G100PRIVATE", text: QUESTION });
    slack.say({ channel: "C200SHARED", text: QUESTION });
    slack.say({ channel: "D100DIRECT", text: "what is 10.0.0.1?" });
    await slack.settled();
    const seen = new Map(
      [...questions.values()].map(({ origin, audience }) => [origin.place.channel, { origin, audience }]),
    );
    expect(seen.get(CHANNEL)?.origin.place).toMatchObject({ threadTs: root.ts });
    expect(Object.fromEntries([...seen].map(([channel, { audience }]) => [channel, audience]))).toEqual({
      [CHANNEL]: "internal-channel",
      G100PRIVATE: "internal-channel",
      C200SHARED: "shared-channel",
      D100DIRECT: "direct-message",
    });
  });

  it("keeps one question of a message that comes as two events, three times each", async () => {
    const { slack, questions, inserts } = await start({ mode, server: { subscriptions: EVERYTHING } });
    slack.say({ channel: CHANNEL, text: QUESTION, times: 3 });
    await slack.settled();
    expect(questions.size).toBe(1);
    expect([...inserts].sort()).toEqual(["accepted", ...Array.from({ length: 5 }, () => "duplicate")]);
  });

  it("is sent the event again until the insert has worked", async () => {
    const { slack, questions, inserts, failInserts, logged } = await start({ mode });
    failInserts(2);
    slack.say({ channel: CHANNEL, text: QUESTION });
    await slack.settled();
    expect(inserts).toEqual(["failed", "failed", "accepted"]);
    expect(questions.size).toBe(1);
    expect(slack.outcomes).toMatchObject([{ acknowledged: true, attempts: 3 }]);
    expect(logged.join("\n")).toContain("the disk is full");
  });

  it("never acknowledges an event whose insert keeps failing", async () => {
    const { slack, questions, failInserts } = await start({ mode });
    failInserts(100);
    slack.say({ channel: CHANNEL, text: QUESTION });
    await slack.settled();
    expect(questions.size).toBe(0);
    expect(slack.outcomes).toEqual([{ acknowledged: false, attempts: 4 }]);
  });

  it("does not listen to bots, to itself, or to talk that is not addressed to it", async () => {
    const { slack, inserts } = await start({ mode, server: { subscriptions: EVERYTHING } });
    slack.say({ channel: CHANNEL, text: QUESTION, botId: "B900OTHER" });
    slack.say({ channel: CHANNEL, text: QUESTION, user: IDENTITIES.botUserId, botId: IDENTITIES.botId });
    slack.say({ channel: CHANNEL, text: "lunch at 10.30?" });
    const message = { user: IDENTITIES.person, text: QUESTION, ts: "1763899939.000100" };
    for (const subtype of ["message_changed", "message_deleted"]) {
      slack.sendEvent(
        { type: "message", subtype, hidden: true, channel: CHANNEL, ts: "1763899940.000100", message },
        CHANNEL,
      );
    }
    await slack.settled();
    expect(slack.outcomes).toHaveLength(7);
    expect(slack.outcomes.every((outcome) => outcome.acknowledged)).toBe(true);
    expect(inserts).toEqual([]);
  });

  it("overhears where told to", async () => {
    const { slack, questions } = await start({
      mode,
      server: { subscriptions: EVERYTHING },
      settings: { overhear: true },
    });
    slack.say({ channel: CHANNEL, text: "why does 100.64.3.7 show up?" });
    slack.say({ channel: CHANNEL, text: QUESTION });
    await slack.settled();
    expect([...questions.values()].map((question) => question.addressed)).toEqual([false, true]);
  });

  it("asks Slack who it is once, and never for each event", async () => {
    const { slack } = await start({ mode });
    for (let count = 0; count < 3; count += 1) slack.say({ channel: CHANNEL, text: QUESTION });
    await slack.settled();
    expect(slack.calls.filter((call) => call.method === "auth.test")).toHaveLength(1);
  });

  it("logs neither message text nor tokens nor reply addresses", async () => {
    const { slack, logged, failInserts } = await start({ mode });
    failInserts(1);
    slack.say({ channel: CHANNEL, text: `${QUESTION} secret-word` });
    await slack.settled();
    await slack.command({ channel: CHANNEL, text: "secret-word 10.0.0.1" });
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join("\n")).not.toMatch(/secret-word|xoxb-|xapp-|stand-in-signing|\/commands\//);
  });
});
