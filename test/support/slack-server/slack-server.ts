import type { Outcome } from "./deliver.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type FrontDoor, openFrontDoor } from "./front-door.ts";
import { createHttpTransport } from "./http-delivery.ts";
import { IDENTITIES } from "./identities.ts";
import { createPeople, type People } from "./people.ts";
import { createPostOffice } from "./post-office.ts";
import { createRateLimits, type RateLimits } from "./rate-limits.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createSocketMode } from "./socket-mode.ts";
import { type RecordedCall, serveWebApi } from "./web-api.ts";
import { type Channel, createWorkspace, type StoredMessage, type Workspace } from "./workspace.ts";

/** What slack-manifest.yaml subscribes to. */
export const SUBSCRIPTIONS = ["app_mention", "message.im"];

export type SlackServerOptions = {
  /** The bot token's scopes; those the bot asks for unless given. */
  readonly scopes?: readonly string[];
  /** The events the app has asked for, as `app_mention` and `message.im`. */
  readonly subscriptions?: readonly string[];
  /** How long Socket Mode waits for an acknowledgement before it sends an event again; Slack's 3 seconds unless given. */
  readonly ackTimeoutMs?: number;
  /** Pauses before the retries over HTTP; short here, at Slack 0, 1 and 5 minutes. */
  readonly retryDelaysMs?: readonly number[];
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
  readonly say: People["say"];
  /** Sends an event of the test's own making. */
  readonly sendEvent: People["sendEvent"];
  /** Runs a slash command; resolves with how it was acknowledged. A reply in the acknowledgement is stored as a message. */
  readonly command: People["command"];
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
  /** Asks every Socket Mode client to reconnect. */
  readonly disconnectAll: () => void;
  /** Cuts every Socket Mode connection without a word. */
  readonly cutAll: () => void;
  readonly close: () => Promise<void>;
};

/** The scopes slack-manifest.yaml asks for; a test holds the two together. */
export const SCOPES = [
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
  let ackTimeoutMs = options.ackTimeoutMs ?? 3000;

  const socketMode = createSocketMode(() => ackTimeoutMs, closing.signal);
  const office = createPostOffice(socketMode.deliver);
  const responseUrls = createResponseUrls(() => door.origin, workspace, faults);
  const people = createPeople(workspace, office.deliver, responseUrls, options.subscriptions ?? SUBSCRIPTIONS);
  const openConnection = () => ({ ok: true, url: door.newSocketUrl() });
  const webApi = { workspace, faults, limits, calls, scopes: options.scopes ?? SCOPES, openConnection };
  const door: FrontDoor = await openFrontDoor(
    (request, response) =>
      request.url?.startsWith("/commands/")
        ? responseUrls.serve(request, response)
        : serveWebApi(request, response, webApi),
    socketMode.welcome,
  );

  return {
    apiUrl: `${door.origin}/api/`,
    calls,
    outcomes: office.outcomes,
    failNext: faults.failNext,
    limitRates: limits.set,
    setAckTimeout: (milliseconds) => {
      ackTimeoutMs = milliseconds;
    },
    useHttp: (url) => office.use(createHttpTransport(url, options.retryDelaysMs ?? [0, 20, 20], closing.signal)),
    ...people,
    ...viewOf(workspace),
    settled: office.settled,
    connections: socketMode.connections,
    disconnectAll: socketMode.disconnectAll,
    cutAll: socketMode.cutAll,
    close: async () => {
      closing.abort();
      await door.close();
    },
  };
}

type View = Pick<SlackServer, "addChannel" | "messages" | "replies" | "ephemerals" | "untilReplies">;

/** What a test sees of the workspace. */
function viewOf(workspace: Workspace): View {
  const byBot = (channel: string) => (message: StoredMessage) =>
    message.channel === channel && message.botId === IDENTITIES.botId;
  const inChannel = (channel: string) => workspace.messages.filter((message) => message.channel === channel);
  return {
    addChannel: (channel) => void workspace.channels.set(channel.id, channel),
    messages: (channel) => inChannel(channel).filter((message) => message.visibleTo === undefined),
    replies: (channel) => inChannel(channel).filter((one) => byBot(channel)(one) && one.visibleTo === undefined),
    ephemerals: (channel) => inChannel(channel).filter((message) => message.visibleTo !== undefined),
    untilReplies: (channel, count, timeoutMs = 10_000) => workspace.until(byBot(channel), count, timeoutMs),
  };
}
