import { z } from "zod";

/** An empty variable is an unset one: that is how a template such as .env.example leaves it. */
const unset = (value: unknown) => (value === "" ? undefined : value);
const text = z.preprocess(unset, z.string().optional());
const url = z.preprocess(unset, z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional());
const secret = (prefix: string, name: string) =>
  z.preprocess(
    unset,
    z
      .string()
      .startsWith(prefix, { error: `must begin with ${prefix} (${name})` })
      .optional(),
  );
const flag = (fallback: boolean) =>
  z
    .preprocess(
      unset,
      z.enum(["true", "false"], { error: "must be true or false" }).default(fallback ? "true" : "false"),
    )
    .transform((word) => word === "true");
const oneOf = (words: readonly string[]) => ({ error: `must be one of ${words.join(", ")}` });
const numbers = z.preprocess(
  unset,
  z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, { error: "must be numbers separated by commas, as in 4,17" })
    .optional()
    .transform((list) => (list ? list.split(",").map(Number) : [])),
);
const words = z.preprocess(
  unset,
  z
    .string()
    .optional()
    .transform((list) =>
      list
        ? list
            .split(",")
            .map((word) => word.trim())
            .filter(Boolean)
        : [],
    ),
);

/** A whole number within bounds, or the fallback. */
const count = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, { error: `must be a whole number from ${lowest} to ${highest}` })
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, {
      error: `must be a whole number from ${lowest} to ${highest}`,
    });
const MOST_TOKENS = 1_000_000_000;
const amount = z.preprocess(
  unset,
  z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/, { error: "must be an amount such as 0.15 or 20" })
    .transform(Number)
    .optional(),
);

/** Kubernetes sets <SERVICE>_PORT=tcp://… in every pod beside a Service, and ours may well be called explain-ip. */
const portRule =
  "must be a port number from 0 to 65535; where a Kubernetes Service named explain-ip sets it, give the pod enableServiceLinks: false";

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
const replyWays = ["whisper", "public"] as const;

/** Every variable that is read, as text in and as a value out. */
export const environmentSchema = z.object({
  EXPLAIN_IP_HOST: z.preprocess(unset, z.string().default("127.0.0.1")),
  EXPLAIN_IP_PORT: z.preprocess(
    unset,
    z
      .string()
      .default("8080")
      .transform((digits) => (/^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN))
      .refine((port) => port <= 65_535, { error: portRule }),
  ),
  EXPLAIN_IP_DATA: z.preprocess(unset, z.string().default("data")),
  EXPLAIN_IP_KNOWLEDGE: text,
  EXPLAIN_IP_OVERLAY: text,
  EXPLAIN_IP_LOG_LEVEL: z.preprocess(unset, z.enum(logLevels, oneOf(logLevels)).default("info")),
  DATABASE_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL; leave it out for the embedded store" })
      .optional(),
  ),
  SLACK_BOT_TOKEN: secret("xoxb-", "the bot token"),
  SLACK_APP_TOKEN: secret("xapp-", "the app-level token for Socket Mode"),
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: url,
  SLACK_OVERHEAR: flag(false),
  DISCOURSE_URL: url,
  DISCOURSE_API_KEY: text,
  DISCOURSE_API_USERNAME: text,
  DISCOURSE_WEBHOOK_SECRET: text,
  DISCOURSE_REPLY_AS: z.preprocess(unset, z.enum(replyWays, oneOf(replyWays)).default("whisper")),
  DISCOURSE_PUBLIC_CATEGORIES: numbers,
  DISCOURSE_IGNORE_USERS: words,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  EXPLAIN_IP_MODEL: text,
  EXPLAIN_IP_MODEL_TIMEOUT_SECONDS: z.preprocess(unset, count(1, 15).default(8)),
  EXPLAIN_IP_MODEL_TOKENS_PER_QUESTION: z.preprocess(unset, count(1, MOST_TOKENS).default(8_000)),
  EXPLAIN_IP_MODEL_TOKENS_PER_DAY: z.preprocess(unset, count(0, MOST_TOKENS).optional()),
  EXPLAIN_IP_MODEL_PRICE_INPUT: amount,
  EXPLAIN_IP_MODEL_PRICE_OUTPUT: amount,
  EXPLAIN_IP_MODEL_COST_PER_DAY: amount,
  EXPLAIN_IP_MODEL_TRANSLATE: flag(false),
  EXPLAIN_IP_MODEL_PSEUDONYMS: flag(false),
  EXPLAIN_IP_KUBE_CONTEXT: text,
  KUBECONFIG: text,
});

/** The variables as values; what is not set is undefined, or its default. */
export type Environment = z.output<typeof environmentSchema>;
