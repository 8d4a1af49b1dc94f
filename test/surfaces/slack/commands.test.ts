import { afterEach, describe, expect, it } from "@jest/globals";
import { sampleAnswer } from "./sample-answer.ts";
import { type Bot, type BotOptions, startBot } from "./start-bot.ts";

const CHANNEL = "C300WITHOUTBOT";
const SUMMARY = "shared address space";
let bot: Bot | undefined;

async function start(options: BotOptions): Promise<Bot> {
  bot = await startBot(options);
  return bot;
}

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

describe.each(["socket", "http"] as const)("slash commands, %s mode", (mode) => {
  it("stores the question first, says so to the asker alone, and answers through response_url", async () => {
    const { slack, questions, surface } = await start({ mode });
    const outcome = await slack.command({ channel: CHANNEL, text: " what is 10.0.0.1? " });
    expect(outcome).toMatchObject({ acknowledged: true, response: { response_type: "ephemeral" } });
    const [question] = questions.values();
    if (question === undefined) throw new Error("no question was stored");
    expect(question).toMatchObject({ text: "what is 10.0.0.1?", addressed: true, audience: "shared-channel" });
    expect(question.id).toMatch(/^slack:T100:C300WITHOUTBOT:\d+/);

    expect(await surface.delivery.post(question, sampleAnswer())).toEqual({ status: "posted", reply: "response_url" });
    const answers = slack.ephemerals(CHANNEL).filter((message) => message.text.includes(SUMMARY));
    expect(answers).toHaveLength(1);
    expect(slack.messages(CHANNEL)).toEqual([]);
  });

  it("carries the answer in the acknowledgement where it is ready at once, as the only reply", async () => {
    const { slack, inserts } = await start({ mode, ports: { answerNow: async () => sampleAnswer() } });
    await slack.command({ channel: CHANNEL, text: "what is 10.0.0.1?" });
    expect(slack.ephemerals(CHANNEL).map((message) => message.text)).toEqual([expect.stringContaining(SUMMARY)]);
    expect(inserts).toEqual([]);
  });

  it.each<[string, () => Promise<never>]>([
    ["fails", () => Promise.reject(new Error("no answer"))],
    ["takes too long", () => new Promise(() => {})],
  ])("stores the question when answering at once %s", async (_name, answerNow) => {
    const { slack, inserts } = await start({ mode, server: { ackTimeoutMs: 3000 }, ports: { answerNow } });
    const outcome = await slack.command({ channel: CHANNEL, text: "what is 10.0.0.1?" });
    expect(outcome).toMatchObject({ acknowledged: true, response: { text: expect.stringContaining("Looking") } });
    expect(inserts).toEqual(["accepted"]);
  });

  it("tells the asker when the question could not be stored: Slack sends a command only once", async () => {
    const { slack, failInserts } = await start({ mode });
    failInserts(1);
    const outcome = await slack.command({ channel: CHANNEL, text: "what is 10.0.0.1?" });
    expect(outcome).toMatchObject({ acknowledged: true, response: { text: expect.stringContaining("again") } });
  });

  it("explains itself when nothing was asked", async () => {
    const { slack, inserts } = await start({ mode });
    const outcome = await slack.command({ channel: CHANNEL, text: "  " });
    expect(outcome).toMatchObject({ response: { text: expect.stringContaining("/explain-ip Why") } });
    expect(inserts).toEqual([]);
  });
});

describe("the reply to a command", () => {
  async function ask() {
    const started = await start({});
    await started.slack.command({ channel: CHANNEL, text: "what is 10.0.0.1?" });
    const [question] = started.questions.values();
    if (question === undefined) throw new Error("no question was stored");
    return { ...started, question };
  }

  it("is sent again after a 429, by the one who saw it", async () => {
    const { slack, surface, question } = await ask();
    slack.failNext("response_url", { kind: "rate-limit", retryAfterSeconds: 7 });
    expect(await surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "retry", afterMs: 7000 });
    expect(await surface.delivery.findReply(question)).toEqual({ status: "absent" });
    expect(await surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "posted" });
    expect(await surface.delivery.findReply(question)).toMatchObject({ status: "found" });
  });

  it.each(["drop-response", "drop-request", "hang"] as const)(
    "counts as posted when its fate is unknown (%s)",
    async (kind) => {
      const { slack, surface, question } = await ask();
      slack.failNext("response_url", { kind });
      expect(await surface.delivery.post(question, sampleAnswer())).toMatchObject({ status: "retry" });
      expect(await surface.delivery.findReply(question)).toMatchObject({ status: "found" });
    },
  );

  it("is given up when the address is used up", async () => {
    const { surface, question } = await ask();
    for (let use = 0; use < 5; use += 1) await surface.delivery.post(question, sampleAnswer());
    expect(await surface.delivery.post(question, sampleAnswer())).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("used up"),
    });
  });

  it("is given up half an hour after the command", async () => {
    const { slack, surface, question } = await ask();
    const old = { ...question, askedAt: new Date(Date.now() - 30 * 60_000).toISOString() };
    const before = slack.ephemerals(CHANNEL).length;
    expect(await surface.delivery.post(old, sampleAnswer())).toMatchObject({ status: "refused" });
    expect(slack.ephemerals(CHANNEL)).toHaveLength(before);
  });

  it("names no reply address in its reasons", async () => {
    const { surface, question } = await ask();
    for (const responseUrl of ["no address", "http://127.0.0.1:1/commands/secret", "ftp://secret.example/x"]) {
      const place = { kind: "command", channel: CHANNEL, responseUrl };
      const result = await surface.delivery.post({ ...question, origin: { surface: "slack", place } }, sampleAnswer());
      expect(result.status).toBe("retry");
      expect(JSON.stringify(result)).not.toMatch(/secret|no address/);
    }
  });
});
