import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Question } from "../../../src/core/question/question.ts";
import { connectSlack, type SlackPorts, type SlackSurface } from "../../../src/surfaces/slack/connect-slack.ts";
import type { SlackSettings } from "../../../src/surfaces/slack/slack-settings.ts";
import { IDENTITIES } from "../../support/slack-server/identities.ts";
import {
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from "../../support/slack-server/slack-server.ts";

/** A stand-in Slack and the real surface connected to it, with an inbox in memory in the store's place. */
export type Bot = {
  readonly slack: SlackServer;
  readonly surface: SlackSurface;
  /** Each question once, as the store would keep it. */
  readonly questions: ReadonlyMap<string, Question>;
  /** Every call of `accept`, with its outcome. */
  readonly inserts: readonly string[];
  readonly logged: readonly string[];
  readonly eventsUrl: string;
  /** Makes the next inserts fail. */
  readonly failInserts: (count: number) => void;
  readonly stop: () => Promise<void>;
};

export type BotOptions = {
  readonly mode?: "socket" | "http";
  readonly server?: SlackServerOptions;
  readonly settings?: Partial<SlackSettings>;
  readonly ports?: Partial<SlackPorts>;
};

export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const slack = await startSlackServer({ ackTimeoutMs: 1000, ...options.server });
  const questions = new Map<string, Question>();
  const inserts: string[] = [];
  const logged: string[] = [];
  let failures = 0;

  const accept = async (question: Question) => {
    if (failures > 0) {
      failures -= 1;
      inserts.push("failed");
      throw new Error("the disk is full");
    }
    const outcome = questions.has(question.id) ? "duplicate" : "accepted";
    questions.set(question.id, questions.get(question.id) ?? question);
    inserts.push(outcome);
    return outcome;
  };
  const note = (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`);
  const log = { info: note, warn: note, error: note };
  const secret =
    options.mode === "http" ? { signingSecret: IDENTITIES.signingSecret } : { appToken: IDENTITIES.appToken };
  const surface = await connectSlack(
    { botToken: IDENTITIES.botToken, apiUrl: slack.apiUrl, timeoutMs: 1000, ...secret, ...options.settings },
    { accept, log, ...options.ports },
  );
  const mounted = await mount(surface);
  if (mounted !== undefined) slack.useHttp(mounted.url);
  await surface.start();

  return {
    slack,
    surface,
    questions,
    inserts,
    logged,
    eventsUrl: mounted?.url ?? "",
    failInserts: (count) => {
      failures = count;
    },
    stop: async () => {
      await surface.stop();
      mounted?.server.close();
      mounted?.server.closeAllConnections();
      await slack.close();
    },
  };
}

async function mount(surface: SlackSurface): Promise<{ server: Server; url: string } | undefined> {
  if (surface.requestListener === undefined) return undefined;
  const server = createServer(surface.requestListener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}/slack/events` };
}
