import { checkMessage } from "./check-message.ts";
import { IDENTITIES } from "./identities.ts";
import type { Channel, StoredMessage, Workspace } from "./workspace.ts";

export type Arguments = Readonly<Record<string, string | undefined>>;
export type Reply = Readonly<Record<string, unknown>>;

type Method = {
  /** The scopes of which the bot token needs the one for this kind of conversation; none for methods open to all. */
  readonly scope?: (channel: Channel | undefined) => string;
  readonly call: (args: Arguments, workspace: Workspace) => Reply;
};

const HISTORY = { channel: "channels:history", group: "groups:history", im: "im:history", mpim: "mpim:history" };
const READ = { channel: "channels:read", group: "groups:read", im: "im:read", mpim: "mpim:read" };
const history = (channel: Channel | undefined) => HISTORY[channel?.kind ?? "channel"];
const chatWrite = () => "chat:write";

/** The Web API methods the stand-in knows, each with what Slack's reference says it needs and answers. */
export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": { call: authTest },
  "chat.postMessage": { scope: chatWrite, call: (args, workspace) => post(args, workspace, undefined) },
  "chat.postEphemeral": { scope: chatWrite, call: (args, workspace) => post(args, workspace, args.user) },
  "chat.update": { scope: chatWrite, call: update },
  "conversations.replies": { scope: history, call: replies },
  "conversations.info": { scope: (channel) => READ[channel?.kind ?? "channel"], call: info },
};

function authTest(): Reply {
  const { teamId, botUserId, botId, botName } = IDENTITIES;
  return { ok: true, team: "Stand-in", team_id: teamId, user: botName, user_id: botUserId, bot_id: botId };
}

function post(args: Arguments, workspace: Workspace, visibleTo: string | undefined): Reply {
  const channel = workspace.channels.get(args.channel ?? "");
  if (channel === undefined) return failed("channel_not_found");
  if (!channel.hasBot) return failed("not_in_channel");
  if (args.thread_ts !== undefined && workspace.find(channel.id, args.thread_ts) === undefined) {
    return failed("thread_not_found");
  }
  const blocks = parseBlocks(args.blocks);
  const problem = checkMessage(args.text ?? "", blocks);
  if (problem !== undefined) return failed(problem);
  const message = workspace.store({
    channel: channel.id,
    user: IDENTITIES.botUserId,
    botId: IDENTITIES.botId,
    team: IDENTITIES.teamId,
    text: args.text ?? "",
    unfurls: args.unfurl_links !== "false" || args.unfurl_media !== "false",
    ...(args.thread_ts === undefined ? {} : { threadTs: args.thread_ts }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(args.metadata === undefined ? {} : { metadata: JSON.parse(args.metadata) }),
    ...(visibleTo === undefined ? {} : { visibleTo }),
  });
  const done = { ok: true, channel: channel.id };
  return visibleTo === undefined
    ? { ...done, ts: message.ts, message: toApiMessage(message, false) }
    : { ...done, message_ts: message.ts };
}

function update(args: Arguments, workspace: Workspace): Reply {
  const old = workspace.find(args.channel ?? "", args.ts ?? "");
  if (old === undefined) return failed("message_not_found");
  if (old.botId !== IDENTITIES.botId) return failed("cant_update_message");
  const blocks = parseBlocks(args.blocks);
  const problem = checkMessage(args.text ?? "", blocks);
  if (problem !== undefined) return failed(problem);
  workspace.store({ ...old, text: args.text ?? "", ...(blocks === undefined ? {} : { blocks }) }, old.ts);
  return { ok: true, channel: old.channel, ts: old.ts, text: args.text };
}

function info(args: Arguments, workspace: Workspace): Reply {
  const channel = workspace.channels.get(args.channel ?? "");
  if (channel === undefined) return failed("channel_not_found");
  const { id, kind, hasBot, externallyShared } = channel;
  const kinds = {
    is_channel: kind === "channel",
    is_group: kind === "group",
    is_im: kind === "im",
    is_mpim: kind === "mpim",
  };
  return { ok: true, channel: { id, ...kinds, is_member: hasBot, is_ext_shared: externallyShared } };
}

/** A thread from its root on; the root heads every page, as at Slack. */
function replies(args: Arguments, workspace: Workspace): Reply {
  const channel = workspace.channels.get(args.channel ?? "");
  if (channel === undefined) return failed("channel_not_found");
  if (!channel.hasBot) return failed("not_in_channel");
  const root = workspace.find(channel.id, args.ts ?? "");
  if (root === undefined) return failed("thread_not_found");
  const rest = workspace.messages
    .filter(
      (message) => message.channel === channel.id && message.threadTs === root.ts && message.visibleTo === undefined,
    )
    .filter((message) => Number(message.ts) > Number(args.oldest ?? 0));
  const start = Number(args.cursor ?? 0);
  const end = start + Math.max(1, Number(args.limit ?? 1000) - 1);
  const withMetadata = args.include_all_metadata === "true";
  return {
    ok: true,
    messages: [root, ...rest.slice(start, end)].map((message) => toApiMessage(message, withMetadata)),
    has_more: end < rest.length,
    response_metadata: { next_cursor: end < rest.length ? String(end) : "" },
  };
}

function toApiMessage(message: StoredMessage, withMetadata: boolean): Reply {
  const { user, text, ts, team, threadTs, botId, blocks, metadata } = message;
  return {
    type: "message",
    user,
    text,
    ts,
    team,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...(botId === undefined ? {} : { bot_id: botId }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
  };
}

function parseBlocks(blocks: string | undefined): readonly unknown[] | undefined {
  const parsed: unknown = blocks === undefined ? undefined : JSON.parse(blocks);
  return Array.isArray(parsed) ? parsed : undefined;
}

export function failed(error: string): Reply {
  return { ok: false, error };
}
