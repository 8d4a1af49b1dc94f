import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { type Gate, openGate } from "./open-gate.ts";
import { type Bot, freshFolder, launchBot, readStore, showingBots, startBot } from "./start-bot.ts";
import { deliverForumTo, discourseSettings, slackSettings, until } from "./surroundings.ts";

jest.setTimeout(25_000);

const secret = "not-for-anybodys-eyes";
let slack: SlackServer;
let taken: Server;
/** Where nobody listens. */
let nobody: Gate;
let locked: DatabaseSync;

beforeAll(async () => {
  slack = await startSlackServer();
  nobody = await openGate(slack.apiUrl);
  await nobody.shut();
  taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
});

afterAll(async () => {
  await slack.close();
  taken.close();
  locked.close();
});

type Refusal = {
  readonly why: string;
  readonly settings: () => Readonly<Record<string, string>>;
  readonly prepare?: (folder: string) => void;
  readonly code: number;
  /** What it says: what is wrong, and what to do. */
  readonly says: readonly RegExp[];
};

const refusals: readonly Refusal[] = [
  {
    why: "its port is taken",
    settings: () => ({ EXPLAIN_IP_PORT: portOf(taken) }),
    code: 6,
    says: [/cannot listen on 127\.0\.0\.1, port \d+ \(EADDRINUSE\)/, /set another EXPLAIN_IP_HOST or EXPLAIN_IP_PORT/],
  },
  {
    why: "Slack cannot be reached",
    settings: () => slackSettings({ apiUrl: `${nobody.url}/${secret}/` }),
    code: 6,
    says: [/Slack could not be reached: .*ECONNREFUSED/, /Check the network/],
  },
  {
    why: "Slack refuses the bot token",
    settings: () => ({ ...slackSettings(slack), SLACK_BOT_TOKEN: `xoxb-${secret}` }),
    code: 4,
    says: [/Slack refuses the bot token: invalid_auth/, /copy the Bot User OAuth Token/],
  },
  {
    why: "Slack refuses the app token",
    settings: () => ({ ...slackSettings(slack), SLACK_APP_TOKEN: `xapp-${secret}` }),
    code: 4,
    says: [/Socket Mode could not be started: invalid_auth/, /Check the app-level token/],
  },
  {
    why: "its store is damaged",
    settings: () => ({}),
    prepare: (folder) => writeFileSync(storeIn(folder), "these are somebody's notes\n".repeat(200)),
    code: 6,
    says: [/explain-ip\.sqlite is damaged or is no SQLite file/, /move it aside together with/],
  },
  {
    why: "its store is locked",
    settings: () => ({}),
    prepare: (folder) => {
      locked = new DatabaseSync(storeIn(folder));
      locked.exec("pragma locking_mode = exclusive; begin exclusive");
    },
    code: 6,
    says: [/explain-ip\.sqlite is locked by another process/, /Close what holds it/],
  },
  {
    why: "its database does not answer",
    settings: () => ({ DATABASE_URL: `postgres://explain_ip:${secret}@127.0.0.1:9/explain_ip` }),
    code: 6,
    says: [/ECONNREFUSED/, /explain-ip: .*Postgres/],
  },
  {
    why: "its knowledge folder is missing",
    settings: () => ({ EXPLAIN_IP_KNOWLEDGE: "no-such-folder" }),
    code: 5,
    says: [/no-such-folder/, /EXPLAIN_IP_KNOWLEDGE/],
  },
  {
    why: "its configuration is wrong, all faults at once",
    settings: () => ({
      EXPLAIN_IP_PORT: "99999",
      EXPLAIN_IP_LOG_LEVEL: "loud",
      SLACK_BOT_TOKEN: `xoxp-${secret}`,
      DISCOURSE_URL: "forum.example.org",
      DISCOURSE_API_KEY: secret,
      OPENAI_API_KEY: secret,
    }),
    code: 4,
    says: [
      /EXPLAIN_IP_PORT must be a port number/,
      /EXPLAIN_IP_LOG_LEVEL must be one of debug, info/,
      /SLACK_BOT_TOKEN must begin with xoxb-/,
      /DISCOURSE_URL must be an http or https URL/,
      /DISCOURSE_API_USERNAME is missing/,
      /DISCOURSE_WEBHOOK_SECRET is missing/,
      /EXPLAIN_IP_MODEL is missing/,
      /See \.env\.example/,
    ],
  },
];

describe("the bot does not start, ends by itself and says what to do when", () => {
  const launched = new Map<string, Bot>();
  beforeAll(() => {
    for (const { why, settings, prepare } of refusals) {
      const folder = freshFolder();
      mkdirSync(join(folder, "data"));
      prepare?.(folder);
      launched.set(why, launchBot(settings(), { folder }));
    }
  });

  it.each(refusals)("$why: exit code $code", ({ why, code, says }) =>
    showingBots(async () => {
      const bot = launched.get(why);
      expect(await bot?.ended).toEqual({ code, signal: null });
      const output = bot?.output() ?? "";
      for (const sentence of says) expect(output).toMatch(sentence);
      expect(output).toMatch(/^explain-ip: /m);
      expect(output).not.toMatch(/^ +at |a fault of ours/m);
      expect(output).not.toContain(secret);
    })(),
  );
});

describe("told to stop, the bot ends with 0", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("on %s, with Slack and a browser still connected", (signal) =>
    showingBots(async () => {
      const bot = await startBot(slackSettings(slack));
      const agent = new Agent({ keepAlive: true });
      const request = get(`${bot.url}/healthz`, { agent });
      const [response] = await once(request, "response");
      response.resume();
      await once(response, "end");
      expect(slack.connections()).toBe(1);
      bot.send(signal);
      expect(await bot.ended).toEqual({ code: 0, signal: null });
      agent.destroy();
      await until(() => slack.connections() === 0);
    })(),
  );

  it(
    "after what is in hand: the reply that was on its way is posted and recorded",
    showingBots(async () => {
      const forum = await startDiscourseServer();
      const bot = await startBot(discourseSettings(forum));
      deliverForumTo(forum, bot);
      forum.troubles.delayMs = 1500;
      const topic = forum.addTopic("Which range is this?");
      forum.addPost({ topic, username: "alice", raw: "Why do requests come from 100.64.3.7?" });
      await until(() => forum.calls.some(({ method }) => method === "POST"));
      expect(forum.botPosts()).toHaveLength(0);
      bot.send("SIGTERM");
      expect(await bot.ended).toEqual({ code: 0, signal: null });
      expect(forum.botPosts()).toHaveLength(1);
      expect(readStore(bot)).toEqual([expect.stringContaining('"state":"done"')]);
      await forum.close();
    }),
  );
});

function storeIn(folder: string): string {
  return join(folder, "data", "explain-ip.sqlite");
}

function portOf(server: Server): string {
  const address = server.address();
  return typeof address === "object" && address !== null ? String(address.port) : "";
}
