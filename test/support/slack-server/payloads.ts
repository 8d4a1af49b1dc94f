import { randomUUID } from "node:crypto";
import { IDENTITIES } from "./identities.ts";
import type { Channel, StoredMessage } from "./workspace.ts";

export type Payload = Readonly<Record<string, unknown>>;

/** The events one message gives rise to, each with the subscription that asks for it (docs.slack.dev, Events API). */
export function eventsOf(message: StoredMessage, channel: Channel): { subscription: string; event: Payload }[] {
  if (!channel.hasBot) return [];
  const common = {
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: message.team,
    channel: message.channel,
    event_ts: message.ts,
    client_msg_id: randomUUID(),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: "A900OTHER" }),
    ...(channel.externallyShared ? { user_team: message.team, source_team: message.team } : {}),
  };
  const events: { subscription: string; event: Payload }[] = [
    {
      subscription: `message.${channel.kind === "im" || channel.kind === "mpim" ? channel.kind : `${channel.kind}s`}`,
      event: { type: "message", channel_type: channel.kind, ...common },
    },
  ];
  const mentioned = message.text.includes(`<@${IDENTITIES.botUserId}>`);
  if (mentioned && channel.kind !== "im") {
    events.push({ subscription: "app_mention", event: { type: "app_mention", ...common } });
  }
  return events;
}

/** The envelope Slack puts around an event. */
export function toEventCallback(event: Payload, channel: Channel | undefined, eventId: string): Payload {
  return {
    token: "legacy-verification-token",
    team_id: IDENTITIES.teamId,
    context_team_id: IDENTITIES.teamId,
    context_enterprise_id: null,
    api_app_id: IDENTITIES.appId,
    type: "event_callback",
    event,
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: IDENTITIES.teamId,
        user_id: IDENTITIES.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.externallyShared ?? false,
  };
}

/** The body of a slash command. */
export function toCommand(fields: {
  command: string;
  channel: string;
  user: string;
  text: string;
  triggerId: string;
  responseUrl: string;
}): Readonly<Record<string, string>> {
  return {
    token: "legacy-verification-token",
    team_id: IDENTITIES.teamId,
    team_domain: "stand-in",
    channel_id: fields.channel,
    channel_name: "channel-name",
    user_id: fields.user,
    user_name: "user-name",
    command: fields.command,
    text: fields.text,
    api_app_id: IDENTITIES.appId,
    is_enterprise_install: "false",
    response_url: fields.responseUrl,
    trigger_id: fields.triggerId,
  };
}
