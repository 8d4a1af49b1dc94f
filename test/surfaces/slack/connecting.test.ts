import { afterEach, describe, expect, it } from "@jest/globals";
import { connectSlack } from "../../../src/surfaces/slack/connect-slack.ts";
import type { SlackSettings } from "../../../src/surfaces/slack/slack-settings.ts";
import { sendSigned } from "../../support/slack-server/http-delivery.ts";
import { IDENTITIES } from "../../support/slack-server/identities.ts";
import { type SlackServer, startSlackServer } from "../../support/slack-server/slack-server.ts";
import { type Bot, startBot } from "./start-bot.ts";

const CHANNEL = "C100GENERAL";
const LOG = { info: () => {}, warn: () => {}, error: () => {} };
const PORTS = { accept: async () => "accepted" as const, log: LOG };
let bot: Bot | undefined;
let slack: SlackServer | undefined;

afterEach(async () => {
  await bot?.stop();
  await slack?.close();
  bot = undefined;
  slack = undefined;
});

describe("connecting to Slack", () => {
  it.each<[string, Partial<SlackSettings>, string, RegExp]>([
    ["a wrong bot token", { botToken: "xoxb-wrong" }, "bad-config", /invalid_auth/],
    ["a wrong app token", { appToken: "xapp-wrong" }, "bad-config", /Socket Mode .* invalid_auth/],
    ["nobody there", { apiUrl: "http://127.0.0.1:1/api/" }, "surface-unavailable", /could not be reached/],
  ])("says what is wrong with %s", async (_name, settings, code, message) => {
    slack = await startSlackServer();
    const { botToken, appToken } = IDENTITIES;
    const connect = async (url: string) => {
      const surface = await connectSlack({ botToken, appToken, apiUrl: url, ...settings }, PORTS);
      await surface.start();
    };
    await expect(connect(slack.apiUrl)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("wants an app token or a signing secret", async () => {
    await expect(connectSlack({ botToken: "xoxb-1" }, PORTS)).rejects.toMatchObject({ code: "bad-config" });
  });

  it.each(["disconnectAll", "cutAll"] as const)("reconnects and loses nothing meanwhile: %s", async (end) => {
    bot = await startBot({});
    for (let round = 0; round < 3; round += 1) {
      bot.slack[end]();
      bot.slack.say({ channel: CHANNEL, text: "@explain-ip what is 10.0.0.1?" });
      await bot.slack.settled();
    }
    expect(bot.questions.size).toBe(3);
    expect(bot.slack.connections()).toBe(1);
    expect(bot.slack.outcomes.every((outcome) => outcome.acknowledged)).toBe(true);
  });

  it("goes on trying while Slack refuses the new connection", async () => {
    bot = await startBot({});
    bot.slack.failNext("apps.connections.open", { kind: "error", error: "invalid_auth" });
    bot.slack.disconnectAll();
    bot.slack.say({ channel: CHANNEL, text: "@explain-ip what is 10.0.0.1?" });
    await bot.slack.settled();
    expect(bot.questions.size).toBe(1);
    expect(bot.logged.join("\n")).toContain("will try again");
  });

  it("stops for good, even in the middle of a reconnection", async () => {
    bot = await startBot({});
    const { slack } = bot;
    const opened = () => slack.calls.filter((call) => call.method === "apps.connections.open").length;
    slack.disconnectAll();
    while (opened() < 2) await new Promise(setImmediate);
    await bot.surface.stop();
    // Were there still someone reconnecting, a connection would stand here for ever.
    while (slack.connections() > 0) await new Promise(setImmediate);
    expect(bot.logged.join("\n")).not.toContain("will try again");
  });
});

describe("signed requests", () => {
  const body = JSON.stringify({
    type: "event_callback",
    team_id: IDENTITIES.teamId,
    is_ext_shared_channel: false,
    event: {
      type: "app_mention",
      channel: CHANNEL,
      user: "U1",
      team: "T100",
      text: "10.0.0.1",
      ts: "1763899939.000100",
    },
  });
  const json = { body, contentType: "application/json" };

  it("accepts a good signature", async () => {
    bot = await startBot({ mode: "http" });
    expect(await sendSigned(bot.eventsUrl, json)).toMatchObject({ status: 200 });
    expect(bot.inserts).toEqual(["accepted"]);
  });

  it.each<[string, object]>([
    ["a signature with another secret", { secret: "guessed" }],
    ["a request older than five minutes", { timestampSeconds: Math.floor(Date.now() / 1000) - 301 }],
    ["a signature that is none", { headers: { "x-slack-signature": "v0=00" } }],
    ["an unknown version of signature", { headers: { "x-slack-signature": "v1=00" } }],
    ["a timestamp that is none", { headers: { "x-slack-request-timestamp": "now" } }],
  ])("refuses %s with 401, stores nothing and logs no body", async (_name, wrong) => {
    bot = await startBot({ mode: "http" });
    const secretly = { ...json, body: body.replace("10.0.0.1", "secret-word") };
    expect(await sendSigned(bot.eventsUrl, { ...secretly, ...wrong })).toMatchObject({ status: 401 });
    expect(bot.inserts).toEqual([]);
    expect(bot.logged).toHaveLength(1);
    expect(bot.logged[0]).not.toContain("secret-word");
  });

  it("refuses a body that was changed on the way", async () => {
    bot = await startBot({ mode: "http" });
    const response = await fetch(bot.eventsUrl, {
      method: "POST",
      headers: { "content-type": "application/json", "x-slack-signature": "v0=1", "x-slack-request-timestamp": "1" },
      body,
    });
    expect(response.status).toBe(401);
    expect(bot.inserts).toEqual([]);
  });

  it("answers 500 while the insert fails, and 200 with the challenge when Slack checks the address", async () => {
    bot = await startBot({ mode: "http" });
    bot.failInserts(1);
    expect(await sendSigned(bot.eventsUrl, json)).toMatchObject({ status: 500 });
    const challenge = {
      body: JSON.stringify({ type: "url_verification", challenge: "c-1" }),
      contentType: "application/json",
    };
    expect(await sendSigned(bot.eventsUrl, challenge)).toEqual({
      status: 200,
      text: JSON.stringify({ challenge: "c-1" }),
    });
  });

  it("answers 404 to anything but its own path and method", async () => {
    bot = await startBot({ mode: "http" });
    expect((await fetch(bot.eventsUrl)).status).toBe(404);
    expect(await sendSigned(bot.eventsUrl.replace("events", "other"), json)).toMatchObject({ status: 404 });
  });

  it("answers 400 to a signed body that is no JSON, and quotes nothing of it in the log", async () => {
    bot = await startBot({ mode: "http" });
    expect(await sendSigned(bot.eventsUrl, { ...json, body: "secret-word" })).toMatchObject({ status: 400 });
    expect(bot.logged.join("\n")).toContain("Malformed request body");
    expect(bot.logged.join("\n")).not.toContain("secret");
  });
});
