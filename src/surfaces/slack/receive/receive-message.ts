import type { Question } from "../../../core/question/question.ts";
import type { BotIdentity } from "../connection/identify-bot.ts";
import { decideAudience } from "./decide-audience.ts";
import type { MessageEnvelope, MessageEvent } from "./message-envelope.ts";
import type { MessagePlace } from "./slack-place.ts";
import { mentions, stripMention } from "./strip-mention.ts";

/** Messages that a person wrote; every other subtype is Slack's or a bot's (edits, deletions, joins, bot messages). */
const WRITTEN_BY_PEOPLE = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

export type ReceiveRules = {
  readonly bot: BotIdentity;
  readonly internalTeams: readonly string[];
  readonly overhear: boolean;
};

/**
 * Turns a message into a question, or undefined where it is none: written by a bot (this is what breaks loops), not
 * written by a person, or not addressed to us while overhearing is off. A mention arrives as `message` and as
 * `app_mention`; both give the same question with the same id.
 */
export function receiveMessage(envelope: MessageEnvelope, rules: ReceiveRules): Question | undefined {
  const { event } = envelope;
  if (!isFromPerson(event, rules.bot)) return undefined;
  const text = event.text ?? "";
  const addressed = event.type === "app_mention" || isDirect(event) || mentions(text, rules.bot.userId);
  if (!addressed && !rules.overhear) return undefined;
  return {
    id: `slack:${rules.bot.teamId}:${event.channel}:${event.ts}`,
    text: stripMention(text, rules.bot.userId),
    thread: [],
    askedAt: new Date(Math.floor(Number(event.ts) * 1000)).toISOString(),
    origin: { surface: "slack", place: placeOf(event) },
    addressed,
    audience: decideAudience(channelSigns(envelope), rules.internalTeams),
  };
}

function isFromPerson(event: MessageEvent, bot: BotIdentity): boolean {
  if (event.hidden === true || !WRITTEN_BY_PEOPLE.has(event.subtype)) return false;
  if (typeof event.bot_id === "string") return false;
  return event.user !== undefined && event.user !== bot.userId && event.user !== "USLACKBOT";
}

/** `app_mention` carries no channel type; ids of direct messages start with D. */
function isDirect(event: MessageEvent): boolean {
  return event.channel_type === "im" || (event.channel_type === undefined && event.channel.startsWith("D"));
}

function placeOf(event: MessageEvent): MessagePlace {
  const inThread = event.thread_ts !== undefined && event.thread_ts !== event.ts;
  return { kind: "message", channel: event.channel, ts: event.ts, ...(inThread ? { threadTs: event.thread_ts } : {}) };
}

function channelSigns(envelope: MessageEnvelope) {
  const { event } = envelope;
  const profile = event.user_profile;
  return {
    direct: isDirect(event),
    externallyShared: envelope.is_ext_shared_channel,
    pendingExternallyShared: envelope.is_pending_ext_shared,
    authorTeams: [event.user_team, event.source_team, event.team].filter((team) => typeof team === "string"),
    authorIsGuest: profile ? profile.is_restricted === true || profile.is_ultra_restricted === true : undefined,
  };
}
