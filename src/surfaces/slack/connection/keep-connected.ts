import { setTimeout as wait } from "node:timers/promises";
import { describeError } from "../../../errors.ts";
import type { SlackLog } from "../slack-log.ts";

/** The part of a SocketModeClient used here; it must have been made with `autoReconnectEnabled: false`. */
export type SocketClient = {
  readonly start: () => Promise<unknown>;
  readonly disconnect: () => Promise<void>;
  readonly on: (event: "disconnected", listener: () => void) => unknown;
};

export type Connection = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps a Socket Mode client connected. The client's own reconnection stays away for 5 seconds after each `disconnect`
 * frame, which Slack sends every few hours, and ends the process with an unhandled rejection when Slack refuses the new
 * connection. Here the first attempt is immediate, the later ones wait 1, 2, 4 … 30 seconds, and failures are logged.
 */
export function keepConnected(client: SocketClient, log: SlackLog): Connection {
  const stopping = new AbortController();
  let reconnecting: Promise<void> | undefined;

  client.on("disconnected", () => {
    if (stopping.signal.aborted || reconnecting !== undefined) return;
    reconnecting = reconnect(client, log, stopping.signal).finally(() => {
      reconnecting = undefined;
    });
  });

  return {
    start: async () => {
      // The first connection is the caller's to judge: its failure is an answer, not a reason to try on.
      reconnecting = Promise.resolve();
      await client.start();
      reconnecting = undefined;
    },
    stop: async () => {
      stopping.abort();
      await client.disconnect();
      await reconnecting;
    },
  };
}

async function reconnect(client: SocketClient, log: SlackLog, stopping: AbortSignal): Promise<void> {
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    if (attempt > 0) await wait(waitMs(attempt), undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    try {
      await client.start();
      // `stop` may have come while the new connection was being opened.
      if (stopping.aborted) await client.disconnect();
      else log.info({ attempt }, "Connected to Slack again");
      return;
    } catch (error) {
      const reason = error === undefined ? "the connection was closed" : describeError(error);
      log.warn({ attempt }, `No connection to Slack, will try again: ${reason}`);
    }
  }
}

function waitMs(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (attempt - 1));
}
