import { type Environment, environmentSchema } from "./environment-schema.ts";
import { ExplainIpError } from "./errors.ts";

/** A variable that only makes sense with others. */
type Companion = {
  readonly has: keyof Environment;
  readonly needs: readonly (keyof Environment)[];
  readonly remedy: string;
};
const companions: readonly Companion[] = [
  { has: "SLACK_APP_TOKEN", needs: ["SLACK_BOT_TOKEN"], remedy: "Slack needs the bot token too" },
  { has: "SLACK_SIGNING_SECRET", needs: ["SLACK_BOT_TOKEN"], remedy: "Slack needs the bot token too" },
  {
    has: "DISCOURSE_URL",
    needs: ["DISCOURSE_API_KEY", "DISCOURSE_API_USERNAME", "DISCOURSE_WEBHOOK_SECRET"],
    remedy: "a forum is reached with all four DISCOURSE_ variables",
  },
  { has: "DISCOURSE_API_KEY", needs: ["DISCOURSE_URL"], remedy: "say which forum the key is for" },
  { has: "DISCOURSE_API_USERNAME", needs: ["DISCOURSE_URL"], remedy: "say which forum the user is on" },
  { has: "DISCOURSE_WEBHOOK_SECRET", needs: ["DISCOURSE_URL"], remedy: "say which forum the secret is for" },
  { has: "OPENAI_API_KEY", needs: ["EXPLAIN_IP_MODEL"], remedy: "name the model to ask" },
  {
    has: "EXPLAIN_IP_MODEL",
    needs: ["OPENAI_API_KEY"],
    remedy: "a model needs a key; any word will do where the endpoint asks for none",
  },
  { has: "EXPLAIN_IP_MODEL_PRICE_INPUT", needs: ["EXPLAIN_IP_MODEL_PRICE_OUTPUT"], remedy: "a price needs the other" },
  { has: "EXPLAIN_IP_MODEL_PRICE_OUTPUT", needs: ["EXPLAIN_IP_MODEL_PRICE_INPUT"], remedy: "a price needs the other" },
  {
    has: "EXPLAIN_IP_MODEL_COST_PER_DAY",
    needs: ["EXPLAIN_IP_MODEL_PRICE_INPUT", "EXPLAIN_IP_MODEL_PRICE_OUTPUT"],
    remedy: "without prices only tokens can be limited",
  },
];

export type SlackConfig = {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly apiUrl?: string;
  readonly overhear: boolean;
};

export type DiscourseConfig = {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly apiUsername: string;
  readonly webhookSecret: string;
  readonly replyAs: "whisper" | "public";
  readonly publicCategories: readonly number[];
  readonly ignoreUsers: readonly string[];
};

/** A model that may word or translate finished answers, and what it may use up. Prices are for a million tokens. */
export type ModelConfig = {
  readonly apiKey: string;
  readonly baseUrl?: string;
  readonly name: string;
  readonly timeoutMs: number;
  readonly translates: boolean;
  readonly pseudonyms: boolean;
  readonly spending: {
    readonly tokensPerQuestion: number;
    readonly tokensPerDay?: number;
    readonly costPerDay?: number;
    readonly prices?: { readonly input: number; readonly output: number };
  };
};

/** Everything that can be set, as plain values. What is absent is off. */
export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly knowledgeFolder?: string;
  /** An organisation's own products, networks and articles, for its own people. */
  readonly overlayFolder?: string;
  readonly logLevel: Environment["EXPLAIN_IP_LOG_LEVEL"];
  readonly databaseUrl?: string;
  readonly slack?: SlackConfig;
  readonly discourse?: DiscourseConfig;
  readonly model?: ModelConfig;
  readonly cluster?: { readonly context: string; readonly kubeconfig?: string };
};

/** Reads the environment; throws ExplainIpError `bad-config` that names every wrong variable at once, never its value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = environmentSchema.safeParse(environment);
  const wrong = result.success ? [] : result.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  const issues = [...wrong, ...companions.flatMap((companion) => missingCompanions(environment, companion))];
  if (result.success && issues.length === 0) return toConfig(result.data);
  const list = issues.map((issue) => `\n  ${issue}`).join("");
  const count = issues.length === 1 ? "1 fault" : `${issues.length} faults`;
  throw new ExplainIpError(
    "bad-config",
    `The configuration has ${count}:${list}\n`,
    "See .env.example for every variable.",
  );
}

/** Looks at what was given rather than at what it means, so that it can be said beside the faults of single variables. */
function missingCompanions(
  environment: Readonly<Record<string, string | undefined>>,
  { has, needs, remedy }: Companion,
): string[] {
  if (!environment[has]) return [];
  return needs.filter((name) => !environment[name]).map((name) => `${name} is missing beside ${has}: ${remedy}`);
}

function toConfig(env: Environment): Config {
  return {
    host: env.EXPLAIN_IP_HOST,
    port: env.EXPLAIN_IP_PORT,
    dataFolder: env.EXPLAIN_IP_DATA,
    logLevel: env.EXPLAIN_IP_LOG_LEVEL,
    ...optional("knowledgeFolder", env.EXPLAIN_IP_KNOWLEDGE),
    ...optional("overlayFolder", env.EXPLAIN_IP_OVERLAY),
    ...optional("databaseUrl", env.DATABASE_URL),
    ...optional("slack", slackConfig(env)),
    ...optional("discourse", discourseConfig(env)),
    ...optional("model", modelConfig(env)),
    ...optional("cluster", clusterConfig(env)),
  };
}

/** Slack is on once there is a bot token and one way in: the app token for Socket Mode, or the signing secret for HTTP. */
function slackConfig(env: Environment): SlackConfig | undefined {
  if (!env.SLACK_BOT_TOKEN || !(env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET)) return undefined;
  return {
    botToken: env.SLACK_BOT_TOKEN,
    overhear: env.SLACK_OVERHEAR,
    ...optional("appToken", env.SLACK_APP_TOKEN),
    ...optional("signingSecret", env.SLACK_SIGNING_SECRET),
    ...optional("apiUrl", env.SLACK_API_URL),
  };
}

function discourseConfig(env: Environment): DiscourseConfig | undefined {
  const { DISCOURSE_URL: baseUrl, DISCOURSE_API_KEY: apiKey, DISCOURSE_API_USERNAME: apiUsername } = env;
  const webhookSecret = env.DISCOURSE_WEBHOOK_SECRET;
  if (!baseUrl || !apiKey || !apiUsername || !webhookSecret) return undefined;
  return {
    baseUrl,
    apiKey,
    apiUsername,
    webhookSecret,
    replyAs: env.DISCOURSE_REPLY_AS,
    publicCategories: env.DISCOURSE_PUBLIC_CATEGORIES,
    ignoreUsers: env.DISCOURSE_IGNORE_USERS,
  };
}

function modelConfig(env: Environment): ModelConfig | undefined {
  if (!env.OPENAI_API_KEY || !env.EXPLAIN_IP_MODEL) return undefined;
  const { EXPLAIN_IP_MODEL_PRICE_INPUT: input, EXPLAIN_IP_MODEL_PRICE_OUTPUT: output } = env;
  return {
    apiKey: env.OPENAI_API_KEY,
    name: env.EXPLAIN_IP_MODEL,
    timeoutMs: env.EXPLAIN_IP_MODEL_TIMEOUT_SECONDS * 1000,
    translates: env.EXPLAIN_IP_MODEL_TRANSLATE,
    pseudonyms: env.EXPLAIN_IP_MODEL_PSEUDONYMS,
    spending: {
      tokensPerQuestion: env.EXPLAIN_IP_MODEL_TOKENS_PER_QUESTION,
      ...optional("tokensPerDay", env.EXPLAIN_IP_MODEL_TOKENS_PER_DAY),
      ...optional("costPerDay", env.EXPLAIN_IP_MODEL_COST_PER_DAY),
      ...optional("prices", input === undefined || output === undefined ? undefined : { input, output }),
    },
    ...optional("baseUrl", env.OPENAI_BASE_URL),
  };
}

function clusterConfig(env: Environment): Config["cluster"] {
  if (!env.EXPLAIN_IP_KUBE_CONTEXT) return undefined;
  return { context: env.EXPLAIN_IP_KUBE_CONTEXT, ...optional("kubeconfig", env.KUBECONFIG) };
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
