import { WebClient } from "@slack/web-api";
import type { Delivery } from "../../../jobs/delivery.ts";
import type { BotIdentity } from "../connection/identify-bot.ts";
import { webClientOptions } from "../connection/web-client-options.ts";
import { readSlackPlace } from "../receive/slack-place.ts";
import type { SlackSettings } from "../slack-settings.ts";
import { createCommandReplies } from "./command-replies.ts";
import { findReplyInThread } from "./find-reply.ts";
import { postReply } from "./post-reply.ts";
import { readThread } from "./read-thread.ts";

const NOT_OURS = "the question does not say where in Slack it came from";

/** How Slack takes part in a job. Every call is made once, without the client's own retries: the store retries. */
export function createSlackDelivery(settings: SlackSettings, bot: BotIdentity): Delivery {
  const client = new WebClient(settings.botToken, webClientOptions(settings));
  const commands = createCommandReplies(settings);
  return {
    readThread: async (question) => {
      const place = readSlackPlace(question.origin.place);
      return place?.kind === "message" ? readThread(client, place, bot) : [];
    },
    findReply: async (question) => {
      const place = readSlackPlace(question.origin.place);
      if (place === undefined) return { status: "absent" };
      return place.kind === "message" ? findReplyInThread(client, place, question.id) : commands.find(question.id);
    },
    post: async (question, answer) => {
      const place = readSlackPlace(question.origin.place);
      if (place === undefined) return { status: "refused", reason: NOT_OURS };
      return place.kind === "message"
        ? postReply(client, place, question.id, answer)
        : commands.post(question, place, answer);
    },
  };
}
