import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { Answer } from "./core/answer/answer.ts";
import type { Question, SurfaceName } from "./core/question/question.ts";
import type { Delivery } from "./jobs/delivery.ts";
import type { Log } from "./jobs/log.ts";

/** For one post or look-up; a job's lease is more than four times as long, so that no re-claim overtakes a post. */
export const DELIVERY_TIMEOUT_MS = 5_000;

export type SurfacePorts = {
  readonly accept: (question: Question) => Promise<"accepted" | "duplicate">;
  readonly answerNow: (question: Question) => Promise<Answer>;
  readonly logger: Logger;
  readonly log: Log;
};

/** Whether a surface is on, and why, in words for whoever starts the bot. */
export type SurfaceReport = {
  readonly name: "Slack" | "Discourse" | "Language model" | "Live cluster";
  readonly on: boolean;
  readonly why: string;
};

/** The surfaces that the configuration switches on, ready to be mounted and started. */
export type ConnectedSurfaces = {
  readonly deliveries: Partial<Readonly<Record<SurfaceName, Delivery>>>;
  readonly reports: readonly SurfaceReport[];
  readonly slackListener?: (request: IncomingMessage, response: ServerResponse) => void;
  readonly discourseWebhook?: (headers: IncomingHttpHeaders, body: Buffer) => Promise<{ readonly status: number }>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Connects Slack and Discourse where they are configured; their packages are loaded only then. */
export async function connectSurfaces(config: Config, ports: SurfacePorts): Promise<ConnectedSurfaces> {
  const slack = await connectSlackIfSet(config, ports);
  const discourse = await connectDiscourseIfSet(config, ports);
  return {
    deliveries: {
      ...(slack ? { slack: slack.delivery } : {}),
      ...(discourse ? { discourse: discourse.delivery } : {}),
    },
    reports: surfaceReports(config),
    ...(slack?.requestListener ? { slackListener: slack.requestListener } : {}),
    ...(discourse ? { discourseWebhook: discourse.webhook } : {}),
    start: async () => slack?.start(),
    stop: async () => slack?.stop(),
  };
}

async function connectSlackIfSet({ slack }: Config, { accept, answerNow, logger }: SurfacePorts) {
  if (!slack) return undefined;
  const { connectSlack } = await import("./surfaces/slack/connect-slack.ts");
  return connectSlack({ ...slack, timeoutMs: DELIVERY_TIMEOUT_MS }, { accept, answerNow, log: logger });
}

async function connectDiscourseIfSet({ discourse }: Config, { accept, log }: SurfacePorts) {
  if (!discourse) return undefined;
  const { connectDiscourse } = await import("./surfaces/discourse/connect-discourse.ts");
  const { WEBHOOK_STATUS } = await import("./surfaces/discourse/webhook/webhook-status.ts");
  const { handleWebhook, delivery } = connectDiscourse(
    { ...discourse, timeoutMs: DELIVERY_TIMEOUT_MS },
    { accept, log },
  );
  return {
    delivery,
    webhook: async (headers: IncomingHttpHeaders, body: Buffer) => ({
      status: WEBHOOK_STATUS[(await handleWebhook(headers, body)).kind],
    }),
  };
}

/** What is on and what is off, and what would switch it on. The page shows it to whoever asks, so a cluster has no name here. */
export function surfaceReports({ slack, discourse, model, cluster }: Config): SurfaceReport[] {
  const slackMode = slack?.signingSecret ? "over HTTP at /slack/events" : "in Socket Mode";
  return [
    slack
      ? { name: "Slack", on: true, why: slackMode }
      : { name: "Slack", on: false, why: "no SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET" },
    discourse
      ? {
          name: "Discourse",
          on: true,
          why: `${discourse.baseUrl}, webhook at /discourse/webhook, replies as ${discourse.replyAs}`,
        }
      : { name: "Discourse", on: false, why: "no DISCOURSE_URL" },
    model
      ? { name: "Language model", on: true, why: `${model.name} may rephrase answers` }
      : { name: "Language model", on: false, why: "no OPENAI_API_KEY; answers are complete without it" },
    cluster
      ? { name: "Live cluster", on: true, why: "read-only; for internal Slack channels and the command line alone" }
      : { name: "Live cluster", on: false, why: "no EXPLAIN_IP_KUBE_CONTEXT" },
  ];
}
