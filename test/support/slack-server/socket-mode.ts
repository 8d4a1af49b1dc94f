import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { WebSocket } from "ws";
import { MOST_ATTEMPTS, type Outcome, type Parcel, type Transport } from "./deliver.ts";

/** Slack's side of Socket Mode: says hello, hands out envelopes, waits for each acknowledgement, sends again without it. */
export type SocketMode = {
  readonly welcome: (socket: WebSocket) => void;
  readonly deliver: Transport;
  readonly connections: () => number;
  /** Asks every client to reconnect, as Slack does when it recycles a server. */
  readonly disconnectAll: () => void;
  /** Cuts every connection without a word, as a failing network does. */
  readonly cutAll: () => void;
  /** Every acknowledgement as it came, by envelope id. */
  readonly acknowledgements: readonly { envelopeId: string; payload: unknown }[];
};

type Waiter = (payload: unknown) => void;

export function createSocketMode(ackTimeoutMs: () => number, closing: AbortSignal): SocketMode {
  const sockets = new Set<WebSocket>();
  const waiters = new Map<string, Waiter>();
  const acknowledgements: { envelopeId: string; payload: unknown }[] = [];
  const arrivals = new EventTarget();

  const attempt = async (parcel: Parcel, retry: number): Promise<Outcome | undefined> => {
    const socket = await nextSocket(sockets, arrivals, closing);
    if (socket === undefined) return undefined;
    const envelopeId = randomUUID();
    const acknowledged = new Promise<{ payload: unknown }>((resolve) => {
      waiters.set(envelopeId, (payload) => resolve({ payload }));
    });
    socket.send(JSON.stringify(toEnvelope(parcel, envelopeId, retry)));
    const stop = new AbortController();
    const outcome = await Promise.race([acknowledged, giveUp(socket, ackTimeoutMs(), stop.signal)]);
    stop.abort();
    return outcome && { acknowledged: true, attempts: retry + 1, response: outcome.payload };
  };

  return {
    welcome: (socket) => {
      socket.on("message", (data) => receive(String(data), waiters, acknowledgements));
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => sockets.delete(socket));
      socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size + 1, connection_info: {} }));
      sockets.add(socket);
      arrivals.dispatchEvent(new Event("arrival"));
    },
    deliver: async (parcel) => {
      const attempts = parcel.type === "events_api" ? MOST_ATTEMPTS : 1;
      for (let retry = 0; retry < attempts && !closing.aborted; retry += 1) {
        const outcome = await attempt(parcel, retry);
        if (outcome !== undefined) return outcome;
      }
      return { acknowledged: false, attempts };
    },
    connections: () => sockets.size,
    disconnectAll: () => {
      for (const socket of sockets) {
        // Nothing more is sent over a connection that Slack has announced to close.
        sockets.delete(socket);
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
      }
    },
    cutAll: () => {
      for (const socket of sockets) {
        sockets.delete(socket);
        socket.terminate();
      }
    },
    acknowledgements,
  };
}

function toEnvelope(parcel: Parcel, envelopeId: string, retry: number) {
  const event = parcel.type === "events_api";
  return {
    envelope_id: envelopeId,
    type: parcel.type,
    payload: parcel.payload,
    accepts_response_payload: !event,
    ...(event ? { retry_attempt: retry, retry_reason: retry > 0 ? "timeout" : "" } : {}),
  };
}

function receive(
  data: string,
  waiters: Map<string, Waiter>,
  acknowledgements: { envelopeId: string; payload: unknown }[],
) {
  const { envelope_id: envelopeId, payload } = JSON.parse(data);
  acknowledgements.push({ envelopeId, payload });
  waiters.get(envelopeId)?.(payload);
  waiters.delete(envelopeId);
}

/** Resolves without a value when the connection closes or the acknowledgement is overdue. */
async function giveUp(socket: WebSocket, timeoutMs: number, signal: AbortSignal): Promise<undefined> {
  const overdue = wait(timeoutMs, undefined, { signal }).catch(() => undefined);
  const closed = once(socket, "close", { signal }).catch(() => undefined);
  await Promise.race([overdue, closed]);
}

async function nextSocket(sockets: Set<WebSocket>, arrivals: EventTarget, closing: AbortSignal) {
  if (sockets.size === 0) await once(arrivals, "arrival", { signal: closing }).catch(() => undefined);
  return [...sockets].at(-1);
}
