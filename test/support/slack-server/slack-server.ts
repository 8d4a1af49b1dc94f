import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import type { Outcome, Parcel, Transport } from "./deliver.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createHttpTransport } from "./http-delivery.ts";
import { IDENTITIES } from "./identities.ts";
import { eventsOf, type Payload, toCommand, toEventCallback } from "./payloads.ts";
import { createRateLimits, type RateLimits } from "./rate-limits.ts";
import { createResponseUrls, storeResponse } from "./response-urls.ts";
import { createSocketMode } from "./socket-mode.ts";
import { type RecordedCall, serveWebApi } from "./web-api.ts";
import { toWireText } from "./wire-text.ts";
import { type Channel, createWorkspace, type StoredMessage } from "./workspace.ts";

export type SlackServerOptions = {
  /** The bot token's scopes; those of slack-manifest.yaml unless given. */
  readonly scopes?: readonly string[];
  /** The events the app has asked for, as `app_mention` and `message.im`. */
  readonly subscriptions?: readonly string[];
  /** How long Socket Mode waits for an acknowledgement before it sends an event again; Slack's 3 seconds unless given. */
  readonly ackTimeoutMs?: number;
  /** Pauses before the retries over HTTP; short here, at Slack 0, 1 and 5 minutes. */
  readonly retryDelaysMs?: readonly number[];
};

/** Something a person says. `text` is what they type; `wireText` goes out as it is. */
export type Saying = {
  readonly channel: string;
  readonly text?: string;
  readonly wireText?: string;
  readonly user?: string;
  readonly team?: string;
  readonly threadTs?: string;
  /** Set when another app's bot says it. */
  readonly botId?: string;
  /** How often each event is delivered although it was acknowledged: Slack promises at least once, not once. */
  readonly times?: number;
};

export type SlackServer = {
  /** For `slackApiUrl`: the Web API and, through apps.connections.open, Socket Mode. */
  readonly apiUrl: string;
  readonly calls: readonly RecordedCall[];
  readonly outcomes: readonly Outcome[];
  readonly failNext: Faults["failNext"];
  readonly limitRates: RateLimits["set"];
  readonly setAckTimeout: (milliseconds: number) => void;
  readonly addChannel: (channel: Channel) => void;
  /** Events and commands go over HTTP to this address from now on, signed. */
  readonly useHttp: (url: string) => void;
  /** Stores the message and sends its events; `settled` waits for their delivery. */
  readonly say: (saying: Saying) => StoredMessage;
  readonly sendEvent: (event: Payload, channel?: string) => void;
  /** Runs a slash command; resolves with how it was acknowledged. A reply in the acknowledgement is stored as a message. */
  readonly command: (fields: { channel: string; text: string; user?: string; command?: string }) => Promise<Outcome>;
  /** Everything visible in a channel, oldest first, ephemeral messages excluded. */
  readonly messages: (channel: string) => readonly StoredMessage[];
  /** What the bot has posted for all to see. */
  readonly replies: (channel: string) => readonly StoredMessage[];
  readonly ephemerals: (channel: string) => readonly StoredMessage[];
  /** Resolves once the bot has posted `count` messages in the channel, ephemeral ones included. */
  readonly untilReplies: (channel: string, count: number, timeoutMs?: number) => Promise<readonly StoredMessage[]>;
  /** Resolves when every delivery so far has been acknowledged or given up. */
  readonly settled: () => Promise<void>;
  readonly connections: () => number;
  readonly disconnectAll: () => void;
  readonly close: () => Promise<void>;
};

const SCOPES = [
  "app_mentions:read",
  "channels:history",
  "chat:write",
  "commands",
  "groups:history",
  "im:history",
  "mpim:history",
];

/**
 * Starts a stand-in for Slack on a free port of 127.0.0.1: Web API, Socket Mode, signed HTTP events and commands, over
 * real HTTP and WebSocket. It keeps every message and call for assertions, and can be told to fail (`failNext`).
 */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const workspace = createWorkspace();
  const faults = createFaults();
  const limits = createRateLimits();
  const closing = new AbortController();
  const calls: RecordedCall[] = [];
  const outcomes: Outcome[] = [];
  const underWay = new Set<Promise<unknown>>();
  const tickets = new Set<string>();
  const subscriptions = options.subscriptions ?? ["app_mention", "message.im"];
  let ackTimeoutMs = options.ackTimeoutMs ?? 3000;
  let origin = "";

  const socketMode = createSocketMode(() => ackTimeoutMs, closing.signal);
  const responseUrls = createResponseUrls(() => origin, workspace, faults);
  let transport: Transport = socketMode.deliver;

  const parts = {
    workspace,
    faults,
    limits,
    calls,
    scopes: () => options.scopes ?? SCOPES,
    openConnection: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return { ok: true, url: `${origin.replace("http", "ws")}/link?ticket=${ticket}` };
    },
  };

  const server = createServer((request, response) => {
    const serve = request.url?.startsWith("/commands/")
      ? responseUrls.serve(request, response)
      : serveWebApi(request, response, parts);
    serve.catch((error) => response.writeHead(500).end(String(error)));
  });
  const webSockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    // Each address of apps.connections.open serves one connection.
    const ticket = new URL(request.url ?? "/", origin).searchParams.get("ticket") ?? "";
    if (tickets.delete(ticket)) webSockets.handleUpgrade(request, socket, head, socketMode.welcome);
    else socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

  const deliver = (parcel: Parcel): Promise<Outcome> => {
    const work = transport(parcel).then((outcome) => {
      outcomes.push(outcome);
      return outcome;
    });
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
    return work;
  };
  const sendEvent = (event: Payload, channel: string | undefined, times = 1) => {
    const about = workspace.channels.get(channel ?? "");
    const payload = toEventCallback(event, about, `Ev${randomUUID()}`);
    for (let time = 0; time < times; time += 1) void deliver({ type: "events_api", payload });
  };
  const say = (saying: Saying): StoredMessage => {
    const channel = workspace.channels.get(saying.channel);
    if (channel === undefined) throw new Error(`the stand-in has no channel ${saying.channel}`);
    const message = workspace.store({
      channel: channel.id,
      user: saying.user ?? IDENTITIES.person,
      team: saying.team ?? IDENTITIES.teamId,
      text: saying.wireText ?? toWireText(saying.text ?? "", IDENTITIES.botName, IDENTITIES.botUserId),
      ...(saying.threadTs === undefined ? {} : { threadTs: saying.threadTs }),
      ...(saying.botId === undefined ? {} : { botId: saying.botId }),
    });
    for (const { subscription, event } of eventsOf(message, channel)) {
      if (subscriptions.includes(subscription)) sendEvent(event, channel.id, saying.times);
    }
    return message;
  };
  const command: SlackServer["command"] = async ({
    channel,
    text,
    user = IDENTITIES.person,
    command: name = "/explain-ip",
  }) => {
    const responseUrl = responseUrls.create(channel, user);
    const triggerId = `${Date.now()}.${randomUUID()}`;
    const payload = toCommand({ command: name, channel, user, text, triggerId, responseUrl });
    const outcome = await deliver({ type: "slash_commands", payload });
    const reply = outcome.response;
    if (typeof reply === "object" && reply !== null) storeResponse({ ...reply }, channel, user, workspace);
    return outcome;
  };
  const byBot = (channel: string) => (message: StoredMessage) =>
    message.channel === channel && message.botId === IDENTITIES.botId;

  return {
    apiUrl: `${origin}/api/`,
    calls,
    outcomes,
    failNext: faults.failNext,
    limitRates: limits.set,
    setAckTimeout: (milliseconds) => {
      ackTimeoutMs = milliseconds;
    },
    addChannel: (channel) => void workspace.channels.set(channel.id, channel),
    useHttp: (url) => {
      transport = createHttpTransport(url, options.retryDelaysMs ?? [0, 20, 20], closing.signal);
    },
    say,
    sendEvent: (event, channel) => sendEvent(event, channel),
    command,
    messages: (channel) => workspace.messages.filter((one) => one.channel === channel && one.visibleTo === undefined),
    replies: (channel) => workspace.messages.filter((one) => byBot(channel)(one) && one.visibleTo === undefined),
    ephemerals: (channel) => workspace.messages.filter((one) => one.channel === channel && one.visibleTo !== undefined),
    untilReplies: (channel, count, timeoutMs = 10_000) => workspace.until(byBot(channel), count, timeoutMs),
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    connections: socketMode.connections,
    disconnectAll: socketMode.disconnectAll,
    close: async () => {
      closing.abort();
      for (const client of webSockets.clients) client.terminate();
      webSockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, "close").catch(() => {});
    },
  };
}
