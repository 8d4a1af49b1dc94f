import { randomUUID } from "node:crypto";
import type { Outcome, Transport } from "./deliver.ts";
import { IDENTITIES } from "./identities.ts";
import { eventsOf, type Payload, toCommand, toEventCallback } from "./payloads.ts";
import { type ResponseUrls, storeResponse } from "./response-urls.ts";
import { toWireText } from "./wire-text.ts";
import type { StoredMessage, Workspace } from "./workspace.ts";

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

export type CommandFields = {
  readonly channel: string;
  readonly text: string;
  readonly user?: string;
  readonly command?: string;
};

/** What the people of the workspace do, and the events and commands that come of it. */
export type People = {
  readonly say: (saying: Saying) => StoredMessage;
  readonly sendEvent: (event: Payload, channel?: string, times?: number) => void;
  readonly command: (fields: CommandFields) => Promise<Outcome>;
};

export function createPeople(
  workspace: Workspace,
  deliver: Transport,
  responseUrls: ResponseUrls,
  subscriptions: readonly string[],
): People {
  const sendEvent: People["sendEvent"] = (event, channel, times = 1) => {
    const payload = toEventCallback(event, workspace.channels.get(channel ?? ""), `Ev${randomUUID()}`);
    for (let time = 0; time < times; time += 1) void deliver({ type: "events_api", payload });
  };
  return {
    sendEvent,
    say: (saying) => {
      const channel = workspace.channels.get(saying.channel);
      if (channel === undefined) throw new Error(`the stand-in has no channel ${saying.channel}`);
      const message = workspace.store(toMessage(saying));
      for (const { subscription, event } of eventsOf(message, channel)) {
        if (subscriptions.includes(subscription)) sendEvent(event, channel.id, saying.times);
      }
      return message;
    },
    command: async ({ channel, text, user = IDENTITIES.person, command = "/explain-ip" }) => {
      const responseUrl = responseUrls.create(channel, user);
      const triggerId = `${Date.now()}.${randomUUID()}`;
      const payload = toCommand({ command, channel, user, text, triggerId, responseUrl });
      const outcome = await deliver({ type: "slash_commands", payload });
      const reply = outcome.response;
      if (typeof reply === "object" && reply !== null) storeResponse({ ...reply }, channel, user, workspace);
      return outcome;
    },
  };
}

function toMessage(saying: Saying) {
  return {
    channel: saying.channel,
    user: saying.user ?? IDENTITIES.person,
    team: saying.team ?? IDENTITIES.teamId,
    text: saying.wireText ?? toWireText(saying.text ?? "", IDENTITIES.botName, IDENTITIES.botUserId),
    ...(saying.threadTs === undefined ? {} : { threadTs: saying.threadTs }),
    ...(saying.botId === undefined ? {} : { botId: saying.botId }),
  };
}
