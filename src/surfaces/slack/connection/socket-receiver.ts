import { setTimeout as wait } from "node:timers/promises";
import { type App, type Logger, type Receiver, SocketModeReceiver } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import { describeError } from "../../../errors.ts";
import type { SlackLog } from "../slack-log.ts";
import { keepConnected } from "./keep-connected.ts";

type SocketReceiverOptions = {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: SlackLog;
};

/** As long as Slack waits for an acknowledgement. */
const GRACE_MS = 3000;

/** What a SocketModeClient hands out with `slack_event`. */
type SocketEvent = {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
};

/**
 * Socket Mode in which the acknowledgement leaves after the listeners are done, as `processBeforeResponse` does for HTTP.
 * Bolt acknowledges an event before any listener runs, so a crash in between would lose it; here an event whose insert
 * failed is never acknowledged, and Slack sends it again. Bolt's own receiver is used for its client alone: without
 * `init` it has no app, and lets every event pass untouched.
 */
export function createSocketReceiver(options: SocketReceiverOptions): Receiver {
  const { client } = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options.clientOptions },
  });
  const connection = keepConnected(client, options.log);
  const underWay = new Set<Promise<void>>();

  return {
    init: (app) => {
      client.on("slack_event", (event: SocketEvent) => {
        const work = processThenAcknowledge(app, event, options.log).finally(() => underWay.delete(work));
        underWay.add(work);
      });
    },
    start: connection.start,
    stop: async () => {
      await settleOrGiveUp(underWay);
      await connection.stop();
    },
  };
}

/** Lets what has arrived be acknowledged; what takes longer comes again after the restart. */
async function settleOrGiveUp(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  const grace = new AbortController();
  const overdue = wait(GRACE_MS, undefined, { signal: grace.signal }).catch(() => {});
  await Promise.race([Promise.all(underWay), overdue]);
  grace.abort();
}

/** Never rejects: an event that fails or cannot be acknowledged comes again, and the store knows it by its key. */
async function processThenAcknowledge(app: App, event: SocketEvent, log: SlackLog): Promise<void> {
  let acknowledgement: { readonly body: Record<string, unknown> | undefined } | undefined;
  try {
    await app.processEvent({
      body: event.body,
      ack: async (response: Record<string, unknown> | undefined) => {
        acknowledgement = { body: response };
      },
      ...(event.retry_num === undefined ? {} : { retryNum: event.retry_num }),
      ...(event.retry_reason === undefined ? {} : { retryReason: event.retry_reason }),
    });
    if (acknowledgement !== undefined) await event.ack(acknowledgement.body);
  } catch (error) {
    log.error({ acknowledged: false }, `A Slack event was not acknowledged: ${describeError(error)}`);
  }
}
