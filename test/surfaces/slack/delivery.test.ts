import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Question } from "../../../src/core/question/question.ts";
import type { Fault } from "../../support/slack-server/faults.ts";
import { IDENTITIES } from "../../support/slack-server/identities.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { type Bot, startBot } from "./start-bot.ts";

const CHANNEL = "C100GENERAL";
let bot: Bot;

beforeEach(async () => {
  bot = await startBot({});
});

afterEach(() => bot.stop());

async function ask(threadTs?: string): Promise<Question> {
  const { ts } = bot.slack.say({
    channel: CHANNEL,
    text: "@explain-ip what is 10.0.0.1?",
    ...(threadTs ? { threadTs } : {}),
  });
  await bot.slack.settled();
  const question = bot.questions.get(`slack:${IDENTITIES.teamId}:${CHANNEL}:${ts}`);
  if (question === undefined) throw new Error("the question did not arrive");
  return question;
}

describe("posting a reply", () => {
  it("goes into a thread under the question, marked, without unfurling", async () => {
    const question = await ask();
    const result = await bot.surface.delivery.post(question, sampleAnswer());
    const [reply] = bot.slack.replies(CHANNEL);
    expect(result).toEqual({ status: "posted", reply: `${CHANNEL}:${reply?.ts}` });
    expect(reply).toMatchObject({
      threadTs: question.origin.place.ts,
      metadata: { event_type: "explain_ip_reply", event_payload: { question_id: question.id } },
      unfurls: false,
      pings: [],
    });
  });

  it("goes into the thread the question stands in", async () => {
    const root = bot.slack.say({ channel: CHANNEL, text: "our logs show 100.64.3.7" });
    await bot.surface.delivery.post(await ask(root.ts), sampleAnswer());
    expect(bot.slack.replies(CHANNEL)).toMatchObject([{ threadTs: root.ts }]);
  });

  it("pings nobody, whatever the answer says", async () => {
    const summary = { text: "<!channel> <@U200PERSON> @here <!subteam^S1>", evidence: [] };
    await bot.surface.delivery.post(await ask(), sampleAnswer({ summary, reason: "<!channel>" }));
    expect(bot.slack.replies(CHANNEL)).toMatchObject([{ pings: [] }]);
  });

  it.each<[string, Fault, object]>([
    ["a 429", { kind: "rate-limit", retryAfterSeconds: 30 }, { status: "retry", afterMs: 30_000 }],
    ["a 503", { kind: "status", status: 503 }, { status: "retry" }],
    ["a 403 from something in between", { kind: "status", status: 403 }, { status: "refused" }],
    ["a page instead of an answer", { kind: "error", error: "<html>sign in</html>" }, { status: "retry" }],
    ["a cut connection", { kind: "drop-request" }, { status: "retry" }],
    ["no answer in time", { kind: "hang" }, { status: "retry" }],
    ["a passing error", { kind: "error", error: "internal_error" }, { status: "retry", reason: "internal_error" }],
    ["a revoked token", { kind: "error", error: "invalid_auth" }, { status: "refused", reason: "invalid_auth" }],
    ["a missing channel", { kind: "error", error: "channel_not_found" }, { status: "refused" }],
    ["an archived channel", { kind: "error", error: "is_archived" }, { status: "refused", reason: "is_archived" }],
  ])("calls Slack once and reports %s", async (_name, fault, result) => {
    const question = await ask();
    bot.slack.failNext("chat.postMessage", fault);
    const got = await bot.surface.delivery.post(question, sampleAnswer());
    expect(got).toMatchObject(result);
    expect(JSON.stringify(got)).not.toContain("html");
    expect(bot.slack.calls.filter((call) => call.method === "chat.postMessage")).toHaveLength(1);
  });

  it("is told to wait by the limit of one message a second a channel", async () => {
    bot.slack.limitRates({ posting: true });
    const question = await ask();
    expect(await bot.surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "posted" });
    expect(await bot.surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "retry", afterMs: 1000 });
  });

  it("is refused where the bot is not a member", async () => {
    const question = await ask();
    const elsewhere = { kind: "message", channel: "C300WITHOUTBOT", ts: "1.1" };
    const asked = { ...question, origin: { surface: "slack" as const, place: elsewhere } };
    const result = await bot.surface.delivery.post(asked, sampleAnswer());
    expect(result).toEqual({ status: "refused", reason: "not_in_channel" });
  });

  it("is refused for a question that does not come from Slack", async () => {
    const question = { ...(await ask()), origin: { surface: "slack" as const, place: { host: "forum" } } };
    expect(await bot.surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "refused" });
    expect(await bot.surface.delivery.findReply(question)).toEqual({ status: "absent" });
    expect(await bot.surface.delivery.readThread(question)).toEqual([]);
  });
});

describe("looking for our earlier reply", () => {
  it("finds the reply whose response was lost", async () => {
    const question = await ask();
    bot.slack.failNext("chat.postMessage", { kind: "drop-response" });
    expect(await bot.surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "retry" });
    const [reply] = bot.slack.replies(CHANNEL);
    expect(await bot.surface.delivery.findReply(question)).toEqual({
      status: "found",
      reply: `${CHANNEL}:${reply?.ts}`,
    });
  });

  it("does not take a reply to another question of the thread for its own", async () => {
    const root = bot.slack.say({ channel: CHANNEL, text: "two questions" });
    const first = await ask(root.ts);
    const second = await ask(root.ts);
    await bot.surface.delivery.post(second, sampleAnswer());
    expect(await bot.surface.delivery.findReply(first)).toEqual({ status: "absent" });
    expect(await bot.surface.delivery.findReply(second)).toMatchObject({ status: "found" });
  });

  it("finds the reply on a later page", async () => {
    const question = await ask();
    const threadTs = String(question.origin.place.ts);
    for (let count = 0; count < 150; count += 1) bot.slack.say({ channel: CHANNEL, text: "talk", threadTs });
    await bot.surface.delivery.post(question, sampleAnswer());
    expect(await bot.surface.delivery.findReply(question)).toMatchObject({ status: "found" });
    expect(bot.slack.calls.filter((call) => call.method === "conversations.replies")).toHaveLength(2);
  });

  it.each<[string, Fault, object]>([
    ["a 429", { kind: "rate-limit", retryAfterSeconds: 60 }, { status: "retry", afterMs: 60_000 }],
    ["a cut connection", { kind: "drop-request" }, { status: "retry" }],
    ["a missing scope", { kind: "error", error: "missing_scope" }, { status: "retry", reason: "missing_scope" }],
    ["a deleted thread", { kind: "error", error: "thread_not_found" }, { status: "absent" }],
  ])("reports %s", async (_name, fault, result) => {
    const question = await ask();
    bot.slack.failNext("conversations.replies", fault);
    expect(await bot.surface.delivery.findReply(question)).toMatchObject(result);
  });
});

describe("reading the thread", () => {
  it("gives the other messages, oldest first, our own marked, without our mention", async () => {
    const root = bot.slack.say({ channel: CHANNEL, text: "our logs show 100.64.3.7 & more" });
    const first = await ask(root.ts);
    await bot.surface.delivery.post(first, sampleAnswer({ summary: { text: "It is shared.", evidence: [] } }));
    const second = await ask(root.ts);
    expect(await bot.surface.delivery.readThread(second)).toEqual([
      { text: "our logs show 100.64.3.7 &amp; more" },
      { text: "what is 10.0.0.1?" },
      { text: expect.stringMatching(/^It is shared\./), fromBot: true },
    ]);
  });

  it("asks for no more than throttled apps may, and asks nothing outside of a thread", async () => {
    await bot.surface.delivery.readThread(await ask());
    expect(bot.slack.calls.filter((call) => call.method === "conversations.replies")).toEqual([]);
    const root = bot.slack.say({ channel: CHANNEL, text: "root" });
    const question = await ask(root.ts);
    for (let count = 0; count < 20; count += 1) bot.slack.say({ channel: CHANNEL, text: "talk", threadTs: root.ts });
    expect((await bot.surface.delivery.readThread(question)).length).toBeLessThanOrEqual(15);
  });

  it.each<[string, Fault]>([
    ["throttled", { kind: "rate-limit", retryAfterSeconds: 60 }],
    ["refused", { kind: "error", error: "missing_scope" }],
    ["cut off", { kind: "drop-request" }],
    ["down", { kind: "status", status: 500 }],
    ["hanging", { kind: "hang" }],
  ])("is empty when Slack is %s", async (_name, fault) => {
    const root = bot.slack.say({ channel: CHANNEL, text: "root" });
    const question = await ask(root.ts);
    bot.slack.failNext("conversations.replies", fault);
    expect(await bot.surface.delivery.readThread(question)).toEqual([]);
  });
});
