import type { WebClient } from "@slack/web-api";
import type { ThreadMessage } from "../../../core/question/question.ts";
import type { BotIdentity } from "../connection/identify-bot.ts";
import type { MessagePlace } from "../receive/slack-place.ts";
import { stripMention } from "../receive/strip-mention.ts";

/** Apps sold outside the Marketplace get no more than this in one call, and one call a minute. */
const LIMIT = 15;

/**
 * The other messages of the question's thread, oldest first. Empty when there is no thread and when it cannot be read:
 * an answer without the thread is better than none, and history is throttled hard.
 */
export async function readThread(
  client: WebClient,
  place: MessagePlace,
  bot: BotIdentity,
): Promise<readonly ThreadMessage[]> {
  if (place.threadTs === undefined) return [];
  try {
    const replies = await client.conversations.replies({ channel: place.channel, ts: place.threadTs, limit: LIMIT });
    return (replies.messages ?? [])
      .filter((message) => message.ts !== place.ts)
      .map((message) => ({
        text: stripMention(message.text ?? "", bot.userId),
        ...(message.user === bot.userId || message.bot_id === bot.botId ? { fromBot: true } : {}),
      }));
  } catch {
    return [];
  }
}
