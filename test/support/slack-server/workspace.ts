/** A conversation of the stand-in. `hasBot` says whether the bot is a member. */
export type Channel = {
  readonly id: string;
  readonly kind: "channel" | "group" | "im" | "mpim";
  readonly hasBot: boolean;
  readonly externallyShared: boolean;
};

/** A message as the stand-in keeps it; `pings` lists what Slack would notify: `<!channel>`, `<@U1>` and their like. */
export type StoredMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly team: string;
  readonly text: string;
  readonly botId?: string;
  readonly threadTs?: string;
  readonly blocks?: readonly unknown[];
  readonly metadata?: unknown;
  /** Set for a message that only this user sees. */
  readonly visibleTo?: string;
  readonly unfurls?: boolean;
  readonly pings: readonly string[];
};

export type NewMessage = Omit<StoredMessage, "ts" | "pings">;

export type Workspace = {
  readonly channels: Map<string, Channel>;
  readonly messages: StoredMessage[];
  /** Stores a message under a new ts, or in place of the one that has `ts`. */
  readonly store: (message: NewMessage, ts?: string) => StoredMessage;
  readonly find: (channel: string, ts: string) => StoredMessage | undefined;
  /** Resolves with the matching messages as soon as there are `count` of them. */
  readonly until: (
    matches: (message: StoredMessage) => boolean,
    count: number,
    timeoutMs: number,
  ) => Promise<readonly StoredMessage[]>;
};

/** The channels every stand-in starts with; tests add their own with `slack.addChannel`. */
export const CHANNELS: readonly Channel[] = [
  { id: "C100GENERAL", kind: "channel", hasBot: true, externallyShared: false },
  { id: "G100PRIVATE", kind: "group", hasBot: true, externallyShared: false },
  { id: "C200SHARED", kind: "channel", hasBot: true, externallyShared: true },
  { id: "C300WITHOUTBOT", kind: "channel", hasBot: false, externallyShared: false },
  { id: "D100DIRECT", kind: "im", hasBot: true, externallyShared: false },
];

/** The memory of the stand-in: conversations and their messages, with Slack's kind of timestamps. */
export function createWorkspace(): Workspace {
  const channels = new Map(CHANNELS.map((channel) => [channel.id, channel]));
  const messages: StoredMessage[] = [];
  const watchers = new Set<() => void>();
  const nextTs = createClock();

  const store = (message: NewMessage, ts = nextTs()): StoredMessage => {
    const stored = { ...message, ts, pings: findPings(message) };
    const index = messages.findIndex((other) => other.channel === message.channel && other.ts === ts);
    if (index === -1) messages.push(stored);
    else messages[index] = stored;
    for (const watcher of watchers) watcher();
    return stored;
  };

  const until: Workspace["until"] = (matches, count, timeoutMs) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        watchers.delete(look);
        reject(new Error(`waited ${timeoutMs} ms for ${count} messages, saw ${messages.filter(matches).length}`));
      }, timeoutMs);
      const look = () => {
        const found = messages.filter(matches);
        if (found.length < count) return;
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });

  const find: Workspace["find"] = (channel, ts) =>
    messages.find((message) => message.channel === channel && message.ts === ts);
  return { channels, messages, store, find, until };
}

/** Timestamps like `1763899939.000001`: seconds now, and a count that makes each one unique. */
function createClock(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, "0")}`;
  };
}

function findPings(message: NewMessage): readonly string[] {
  return `${message.text} ${JSON.stringify(message.blocks ?? [])}`.match(/<(?:!|@)[^<>]*>/g) ?? [];
}
