import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Config, readConfig } from "../src/config.ts";
import { environmentSchema } from "../src/environment-schema.ts";
import { ExplainIpError } from "../src/errors.ts";

const defaults: Config = { host: "127.0.0.1", port: 8080, dataFolder: "data", logLevel: "info" };

const discourse = {
  DISCOURSE_URL: "https://forum.example",
  DISCOURSE_API_KEY: "k",
  DISCOURSE_API_USERNAME: "bot",
  DISCOURSE_WEBHOOK_SECRET: "s",
};
const forum = {
  baseUrl: "https://forum.example",
  apiKey: "k",
  apiUsername: "bot",
  webhookSecret: "s",
  replyAs: "whisper",
  publicCategories: [],
  ignoreUsers: [],
};

const model = {
  apiKey: "k",
  name: "m",
  timeoutMs: 8_000,
  translates: false,
  pseudonyms: false,
  spending: { tokensPerQuestion: 8_000 },
};

/** Every variable that .env.example offers. */
const variables = [...readFileSync(new URL("../.env.example", import.meta.url), "utf8").matchAll(/^([A-Z_]+)=/gm)].map(
  (match) => match[1] ?? "",
);

function errorOf(environment: Readonly<Record<string, string>>): ExplainIpError | undefined {
  try {
    readConfig(environment);
    return undefined;
  } catch (error) {
    if (error instanceof ExplainIpError) return error;
    throw error;
  }
}

describe("readConfig", () => {
  it("needs nothing", () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig(Object.fromEntries(variables.map((name) => [name, ""])))).toEqual(defaults);
  });

  it("takes .env.example as it stands", () => {
    const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const lines = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
    expect(readConfig(Object.fromEntries(lines))).toEqual(defaults);
  });

  it.each<[string, Record<string, string>, Partial<Config>]>([
    ["the server", { EXPLAIN_IP_HOST: "0.0.0.0", EXPLAIN_IP_PORT: "0" }, { host: "0.0.0.0", port: 0 }],
    ["the highest port", { EXPLAIN_IP_PORT: "65535" }, { port: 65_535 }],
    ["the folders", { EXPLAIN_IP_DATA: "/d", EXPLAIN_IP_KNOWLEDGE: "/k" }, { dataFolder: "/d", knowledgeFolder: "/k" }],
    ["an overlay", { EXPLAIN_IP_OVERLAY: "/o" }, { overlayFolder: "/o" }],
    ["the log level", { EXPLAIN_IP_LOG_LEVEL: "silent" }, { logLevel: "silent" }],
    ["Postgres", { DATABASE_URL: "postgres://u:p@h/d" }, { databaseUrl: "postgres://u:p@h/d" }],
    ["Postgres by its other name", { DATABASE_URL: "postgresql://h/d" }, { databaseUrl: "postgresql://h/d" }],
    [
      "Slack over a socket",
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" },
      { slack: { botToken: "xoxb-1", appToken: "xapp-1", overhear: false } },
    ],
    [
      "Slack over HTTP",
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_OVERHEAR: "true" },
      { slack: { botToken: "xoxb-1", signingSecret: "s", overhear: true } },
    ],
    [
      "another server in Slack's place",
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "s", SLACK_API_URL: "http://127.0.0.1:1/api/" },
      { slack: { botToken: "xoxb-1", signingSecret: "s", overhear: false, apiUrl: "http://127.0.0.1:1/api/" } },
    ],
    ["a forum", discourse, { discourse: { ...forum, replyAs: "whisper" } }],
    [
      "a forum's choices",
      {
        ...discourse,
        DISCOURSE_REPLY_AS: "public",
        DISCOURSE_PUBLIC_CATEGORIES: "4, 17",
        DISCOURSE_IGNORE_USERS: "a, b ,,",
      },
      { discourse: { ...forum, replyAs: "public", publicCategories: [4, 17], ignoreUsers: ["a", "b"] } },
    ],
    ["a model", { OPENAI_API_KEY: "k", EXPLAIN_IP_MODEL: "m" }, { model }],
    [
      "a model elsewhere",
      { OPENAI_API_KEY: "k", EXPLAIN_IP_MODEL: "m", OPENAI_BASE_URL: "http://127.0.0.1:1/v1" },
      { model: { ...model, baseUrl: "http://127.0.0.1:1/v1" } },
    ],
    [
      "what a model may do and use",
      {
        OPENAI_API_KEY: "k",
        EXPLAIN_IP_MODEL: "m",
        EXPLAIN_IP_MODEL_TIMEOUT_SECONDS: "15",
        EXPLAIN_IP_MODEL_TOKENS_PER_QUESTION: "1200",
        EXPLAIN_IP_MODEL_TOKENS_PER_DAY: "0",
        EXPLAIN_IP_MODEL_PRICE_INPUT: "0.15",
        EXPLAIN_IP_MODEL_PRICE_OUTPUT: "0",
        EXPLAIN_IP_MODEL_COST_PER_DAY: "2.50",
        EXPLAIN_IP_MODEL_TRANSLATE: "true",
        EXPLAIN_IP_MODEL_PSEUDONYMS: "true",
      },
      {
        model: {
          ...model,
          timeoutMs: 15_000,
          translates: true,
          pseudonyms: true,
          spending: { tokensPerQuestion: 1200, tokensPerDay: 0, costPerDay: 2.5, prices: { input: 0.15, output: 0 } },
        },
      },
    ],
    ["a cluster", { EXPLAIN_IP_KUBE_CONTEXT: "prod" }, { cluster: { context: "prod" } }],
    [
      "a cluster of another kubeconfig",
      { EXPLAIN_IP_KUBE_CONTEXT: "prod", KUBECONFIG: "/k" },
      { cluster: { context: "prod", kubeconfig: "/k" } },
    ],
    ["a kubeconfig that others need, without a context", { KUBECONFIG: "/k" }, {}],
    ["a bot token without a way in, which leaves Slack off", { SLACK_BOT_TOKEN: "xoxb-1" }, {}],
    ["variables of others", { PATH: "/bin", SLACK_CHANNEL: "x", EXPLAIN_IP_SERVICE_HOST: "10.0.0.1" }, {}],
  ])("reads %s", (_name, environment, expected) => {
    expect(readConfig(environment)).toEqual({ ...defaults, ...expected });
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ["a port that is no number", { EXPLAIN_IP_PORT: "http" }, ["EXPLAIN_IP_PORT must be a port number"]],
    ["a port that is too high", { EXPLAIN_IP_PORT: "65536" }, ["EXPLAIN_IP_PORT must be a port number"]],
    ["a negative port", { EXPLAIN_IP_PORT: "-1" }, ["EXPLAIN_IP_PORT must be a port number"]],
    ["a port written in hexadecimal", { EXPLAIN_IP_PORT: "0x50" }, ["EXPLAIN_IP_PORT must be a port number"]],
    [
      "a budget in words",
      { EXPLAIN_IP_MODEL_COST_PER_DAY: "five" },
      ["COST_PER_DAY must be an amount", "PRICE_INPUT is missing"],
    ],
    [
      "a price without the other",
      { EXPLAIN_IP_MODEL_PRICE_INPUT: "0.15" },
      ["EXPLAIN_IP_MODEL_PRICE_OUTPUT is missing"],
    ],
    ["a negative price", { EXPLAIN_IP_MODEL_PRICE_OUTPUT: "-1" }, ["EXPLAIN_IP_MODEL_PRICE_OUTPUT must be an amount"]],
    ["no time", { EXPLAIN_IP_MODEL_TIMEOUT_SECONDS: "0" }, ["must be a whole number from 1 to 15"]],
    ["too much time", { EXPLAIN_IP_MODEL_TIMEOUT_SECONDS: "16" }, ["must be a whole number from 1 to 15"]],
    ["half a token", { EXPLAIN_IP_MODEL_TOKENS_PER_DAY: "0.5" }, ["must be a whole number from 0 to"]],
    ["half a port", { EXPLAIN_IP_PORT: "80.5" }, ["EXPLAIN_IP_PORT must be a port number"]],
    [
      "the port of a Kubernetes Service that is named as we are",
      { EXPLAIN_IP_PORT: "tcp://10.96.0.7:8080" },
      ["enableServiceLinks: false"],
    ],
    [
      "an unknown log level",
      { EXPLAIN_IP_LOG_LEVEL: "loud" },
      ["EXPLAIN_IP_LOG_LEVEL must be one of debug, info, warn, error, silent"],
    ],
    ["another database", { DATABASE_URL: "mysql://h/d" }, ["DATABASE_URL must be a postgres:// URL", "leave it out"]],
    [
      "a bot token of another kind",
      { SLACK_BOT_TOKEN: "xoxp-1", SLACK_APP_TOKEN: "xapp-1" },
      ["SLACK_BOT_TOKEN must begin with xoxb-"],
    ],
    [
      "tokens the wrong way round",
      { SLACK_BOT_TOKEN: "xapp-1", SLACK_APP_TOKEN: "xoxb-1" },
      ["SLACK_BOT_TOKEN must", "SLACK_APP_TOKEN must"],
    ],
    ["a switch that is neither", { SLACK_OVERHEAR: "yes" }, ["SLACK_OVERHEAR must be true or false"]],
    ["an app token alone", { SLACK_APP_TOKEN: "xapp-1" }, ["SLACK_BOT_TOKEN is missing beside SLACK_APP_TOKEN"]],
    [
      "a signing secret alone",
      { SLACK_SIGNING_SECRET: "s" },
      ["SLACK_BOT_TOKEN is missing beside SLACK_SIGNING_SECRET"],
    ],
    [
      "a forum without a scheme",
      { ...discourse, DISCOURSE_URL: "forum.example" },
      ["DISCOURSE_URL must be an http or https URL"],
    ],
    [
      "a forum alone",
      { DISCOURSE_URL: "https://f" },
      ["DISCOURSE_API_KEY is", "DISCOURSE_API_USERNAME is", "DISCOURSE_WEBHOOK_SECRET is"],
    ],
    ["a forum's key alone", { DISCOURSE_API_KEY: "k" }, ["DISCOURSE_URL is missing"]],
    ["a forum's user alone", { DISCOURSE_API_USERNAME: "bot" }, ["DISCOURSE_URL is missing"]],
    ["a webhook's secret alone", { DISCOURSE_WEBHOOK_SECRET: "s" }, ["DISCOURSE_URL is missing"]],
    [
      "another way to reply",
      { ...discourse, DISCOURSE_REPLY_AS: "loud" },
      ["DISCOURSE_REPLY_AS must be one of whisper, public"],
    ],
    [
      "categories by name",
      { ...discourse, DISCOURSE_PUBLIC_CATEGORIES: "help" },
      ["DISCOURSE_PUBLIC_CATEGORIES must be numbers"],
    ],
    ["a key without a model", { OPENAI_API_KEY: "k" }, ["EXPLAIN_IP_MODEL is missing"]],
    ["a model without a key", { EXPLAIN_IP_MODEL: "m" }, ["OPENAI_API_KEY is missing"]],
    [
      "faults of both kinds",
      { EXPLAIN_IP_PORT: "x", OPENAI_API_KEY: "k", DISCOURSE_URL: "x" },
      ["EXPLAIN_IP_PORT must", "EXPLAIN_IP_MODEL is missing", "DISCOURSE_URL must", "DISCOURSE_API_KEY is missing"],
    ],
  ])("refuses %s", (_name, environment, words) => {
    const error = errorOf(environment);
    expect(error).toMatchObject({ code: "bad-config", remedy: expect.stringContaining(".env.example") });
    for (const word of words) expect(error?.message).toContain(word);
  });

  it("counts the faults", () => {
    expect(errorOf({ EXPLAIN_IP_PORT: "x" })?.message).toContain("has 1 fault:");
    expect(errorOf({ EXPLAIN_IP_PORT: "x", SLACK_OVERHEAR: "x" })?.message).toContain("has 2 faults:");
  });

  it("names every variable in .env.example, and only those", () => {
    expect(Object.keys(environmentSchema.shape).toSorted()).toEqual(variables.toSorted());
  });
});

describe("whatever the environment holds", () => {
  const value = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom(
      "",
      " ",
      "true",
      "0",
      "-1",
      "1e3",
      "65536",
      "xoxb-a",
      "xapp-a",
      "postgres://h/d",
      "info",
      "4,17",
      "\0",
    ),
  );
  const environment = fc.dictionary(fc.constantFrom(...variables), value);

  it("reads it or says bad-config, and throws nothing else", () => {
    fc.assert(
      fc.property(environment, (given) => {
        const error = errorOf(given);
        if (error === undefined) return;
        expect(error.code).toBe("bad-config");
        expect(error.message).toMatch(/has \d+ faults?:\n {2}[A-Z_]+ /);
      }),
      { numRuns: 500 },
    );
  });

  it("never shows a value, as it may be a secret", () => {
    const secretValue = fc.stringMatching(/^[a-z0-9]{6}$/).map((text) => `zq${text}qz`);
    const secrets = fc.dictionary(
      fc.constantFrom(...variables),
      fc.oneof(
        secretValue,
        secretValue.map((text) => `https://user:${text}@host`),
        secretValue.map((text) => `xoxb-${text}`),
      ),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(secrets, (given) => {
        const error = errorOf(given);
        expect(`${error?.message} ${error?.remedy} ${JSON.stringify(error?.cause ?? "")}`).not.toMatch(
          /zq[a-z0-9]{6}qz/,
        );
      }),
      { numRuns: 500 },
    );
  });
});
