import type { IncomingMessage, ServerResponse } from "node:http";
import { App, HTTPReceiver, type Receiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import type { Answer } from "../../core/answer/answer.ts";
import type { Question } from "../../core/question/question.ts";
import { describeError, ExplainIpError } from "../../errors.ts";
import type { Delivery } from "../../jobs/delivery.ts";
import { createBoltLogger } from "./connection/bolt-logger.ts";
import { identifyBot } from "./connection/identify-bot.ts";
import { readFailure } from "./connection/read-failure.ts";
import { createSocketReceiver } from "./connection/socket-receiver.ts";
import { webClientOptions } from "./connection/web-client-options.ts";
import { createSlackDelivery } from "./delivery/slack-delivery.ts";
import { registerListeners } from "./listeners/register-listeners.ts";
import type { SlackLog } from "./slack-log.ts";
import type { SlackSettings } from "./slack-settings.ts";

export type SlackPorts = {
  /** The durable insert. Slack is told "received" only after it resolved. */
  readonly accept: (question: Question) => Promise<"accepted" | "duplicate">;
  /** An answer within milliseconds, for slash commands; without it they are stored like everything else. */
  readonly answerNow?: (question: Question) => Promise<Answer>;
  readonly log: SlackLog;
};

type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export type SlackSurface = {
  /** HTTP mode only: serves `POST /slack/events`; the request's body must not have been read yet. */
  readonly requestListener?: RequestListener;
  /** Resolves when events can arrive; in HTTP mode that is up to the server the listener is mounted on. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly delivery: Delivery;
};

/**
 * Connects to Slack through Bolt: over HTTP when there is a signing secret, else over Socket Mode with the app token.
 * Throws `bad-config` for missing or refused tokens and `surface-unavailable` when Slack does not answer.
 */
export async function connectSlack(settings: SlackSettings, ports: SlackPorts): Promise<SlackSurface> {
  const receiver = createReceiver(settings, ports.log);
  const bot = await identifyBot(new WebClient(settings.botToken, webClientOptions(settings)));
  const app = createApp(settings, receiver, ports.log, bot);
  registerListeners(app, {
    bot,
    internalTeams: [bot.teamId, ...(settings.internalTeamId === undefined ? [] : [settings.internalTeamId])],
    overhear: settings.overhear ?? false,
    accept: ports.accept,
    answerNow: ports.answerNow,
    command: settings.command ?? "/explain-ip",
    log: ports.log,
  });
  const delivery = createSlackDelivery(settings, bot);
  if (receiver instanceof HTTPReceiver) {
    const nothing = async () => {};
    return { requestListener: listenWith(receiver), start: nothing, stop: nothing, delivery };
  }
  return { start: () => startSocket(receiver), stop: async () => void (await receiver.stop()), delivery };
}

function createReceiver(settings: SlackSettings, log: SlackLog): Receiver {
  const logger = createBoltLogger(log);
  if (settings.signingSecret !== undefined) {
    // Without processBeforeResponse a listener that fails still answers 200, and the question is lost.
    return new HTTPReceiver({ signingSecret: settings.signingSecret, processBeforeResponse: true, logger });
  }
  if (settings.appToken !== undefined) {
    return createSocketReceiver({
      appToken: settings.appToken,
      clientOptions: webClientOptions(settings),
      logger,
      log,
    });
  }
  throw new ExplainIpError(
    "bad-config",
    "Slack needs an app token or a signing secret besides the bot token.",
    "Set the app-level token (xapp-…, scope connections:write) for Socket Mode, or the signing secret for HTTP.",
  );
}

/** Both ids are passed in, or Bolt would put an auth call into the path of every event. */
function createApp(settings: SlackSettings, receiver: Receiver, log: SlackLog, bot: { userId: string; botId: string }) {
  const app = new App({
    token: settings.botToken,
    botId: bot.botId,
    botUserId: bot.userId,
    receiver,
    convoStore: false,
    logger: createBoltLogger(log),
    clientOptions: webClientOptions(settings),
  });
  app.error(async (error) => {
    log.error({ code: error.code }, `A Slack event failed: ${describeError(error.original ?? error)}`);
    // An error that is swallowed here would be acknowledged, and Slack would not send the event again.
    throw error;
  });
  return app;
}

/** Bolt throws at once for any other method or path, and the caller would be left without an answer. */
function listenWith(receiver: HTTPReceiver): RequestListener {
  return (request, response) => {
    try {
      receiver.requestListener(request, response);
    } catch {
      response.writeHead(404).end();
    }
  };
}

async function startSocket(receiver: Receiver): Promise<void> {
  try {
    await receiver.start();
  } catch (error) {
    const failure = readFailure(error);
    throw new ExplainIpError(
      failure.status === "refused" ? "bad-config" : "surface-unavailable",
      `Socket Mode could not be started: ${failure.reason}.`,
      "Check the app-level token (xapp-…, scope connections:write), that Socket Mode is on, and the network.",
    );
  }
}
