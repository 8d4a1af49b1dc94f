import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type ChatCompletionRequest, LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { z } from "zod";
import { answerRecordSchema } from "../../src/contract/answer-record.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { shownText } from "./shown-text.ts";
import { type ListeningBot, showingBots, startBot } from "./start-bot.ts";
import { slackSettings } from "./surroundings.ts";

jest.setTimeout(30_000);

const question = "Why do requests come from 100.64.3.7?";
const CHANNEL = "C100GENERAL";
const apiKey = "sk-stand-in-0123456789";
const plainWords = /is in 100\.64\.0\.0\/10/;
const friendlierWords = /is in the 100\.64\.0\.0\/10/;

const befriend = (text: string) => text.replace(plainWords, "is in the 100.64.0.0/10");

const mock = new LLMock({ port: 0, host: "127.0.0.1" });
/** What the model makes of the statements it is given. */
let reword: (texts: readonly string[]) => readonly string[];
let slack: SlackServer;
let slackOfPatient: SlackServer;
let bot: ListeningBot;
/** A bot whose model takes its questions and never answers. */
let patient: ListeningBot;
let silentModel: { readonly url: string; readonly close: () => void };

beforeAll(async () => {
  await mock.start();
  mock.onMessage(/statements/, (request) => ({
    content: JSON.stringify({ statements: reword(readStatements(request)) }),
  }));
  [slack, slackOfPatient, silentModel] = await Promise.all([
    startSlackServer(),
    startSlackServer(),
    startSilentModel(),
  ]);
  const model = { EXPLAIN_IP_MODEL: "stand-in-model", OPENAI_API_KEY: apiKey };
  [bot, patient] = await Promise.all([
    startBot({ ...slackSettings(slack), ...model, OPENAI_BASE_URL: `${mock.url}/v1` }),
    startBot({ ...slackSettings(slackOfPatient), ...model, OPENAI_BASE_URL: silentModel.url }),
  ]);
  // Begun here, since it takes its time.
  slackOfPatient.say({ channel: CHANNEL, text: `@explain-ip ${question}` });
});

afterAll(async () => {
  await Promise.all([slack.close(), slackOfPatient.close()]);
  silentModel.close();
});

/** The statements stand as a JSON array at the end of what is sent. */
function readStatements({ messages }: ChatCompletionRequest): readonly string[] {
  const content = String(messages.at(-1)?.content);
  return z.array(z.string()).parse(JSON.parse(content.slice(content.lastIndexOf("\n["))));
}

async function startSilentModel() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on("error", () => undefined).resume()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

async function askOverHttp() {
  const response = await fetch(`${bot.url}/v1/explain`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });
  return answerRecordSchema.parse(await response.json());
}

async function askInSlack(): Promise<string> {
  const before = slack.replies(CHANNEL).length;
  slack.say({ channel: CHANNEL, text: `@explain-ip ${question}` });
  const reply = (await slack.untilReplies(CHANNEL, before + 1)).at(-1);
  return shownText(reply ?? { text: "" });
}

describe("a model's wording", () => {
  it(
    "is used where it says the same, and the model is named",
    showingBots(async () => {
      reword = (texts) => texts.map(befriend);
      const answer = await askOverHttp();
      expect(answer.composedBy).toEqual({ model: "stand-in-model" });
      expect(answer.text).toMatch(friendlierWords);
      const inSlack = await askInSlack();
      expect(inSlack).toMatch(friendlierWords);
      expect(inSlack).toContain("Worded by stand-in-model");
      expect(inSlack).toContain("https://www.iana.org/");
    }),
  );

  it.each([
    { what: "with a range of its own", spoil: (text: string) => `${text} Allow 0.0.0.0/0 too.` },
    { what: "with a link of its own", spoil: (text: string) => `${text} See https://evil.example/login.` },
    { what: "with a call to everybody", spoil: (text: string) => `<!channel> @all ${text}` },
    { what: "that turns a statement round", spoil: (text: string) => text.replace("neither public nor", "public and") },
    { what: "that leaves everything out", spoil: () => "" },
  ])("$what is not: the plain answer goes out", ({ spoil }) =>
    showingBots(async () => {
      reword = (texts) => texts.map((text) => spoil(befriend(text)));
      const answer = await askOverHttp();
      expect(answer.composedBy).toBe("template");
      expect(answer.text).toMatch(plainWords);
      expect(answer.text).not.toMatch(/evil|0\.0\.0\.0\/0|<!channel>/);
      const inSlack = await askInSlack();
      expect(inSlack).toMatch(plainWords);
      expect(inSlack).not.toMatch(/evil|0\.0\.0\.0\/0|<!channel>|Worded by/);
    })(),
  );
});

describe("a model that does not answer", () => {
  it(
    "holds a mention up no longer than its time-out: the plain answer goes out, once",
    showingBots(async () => {
      const [reply] = await slackOfPatient.untilReplies(CHANNEL, 1, 20_000);
      expect(shownText(reply ?? { text: "" })).toMatch(plainWords);
      await patient.untilSaid(/rephrasing-unavailable/);
      expect(slackOfPatient.replies(CHANNEL)).toHaveLength(1);
    }),
  );

  it(
    "and cannot be reached costs nothing but its words",
    showingBots(async () => {
      await mock.stop();
      expect(await askInSlack()).toMatch(plainWords);
      expect((await askOverHttp()).composedBy).toBe("template");
    }),
  );

  it("leaves no word of the key, the question or the answer in the log", () => {
    const output = bot.output() + patient.output();
    expect(output).toContain("model-asked");
    expect(output).not.toContain(apiKey);
    expect(output).not.toMatch(/100\.64|RFC 6598|evil/);
  });
});
