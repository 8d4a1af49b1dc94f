import type { WebClient } from "@slack/web-api";
import type { FindResult } from "../../../jobs/delivery.ts";
import { readFailure } from "../connection/read-failure.ts";
import type { MessagePlace } from "../receive/slack-place.ts";
import { isReplyTo } from "./reply-marker.ts";

/** Our reply is younger than the question, so the look-up starts there and rarely needs a second page. */
const PAGE = 100;

/** No further page is asked for after this time, so that the whole look-up stays within about one call's time-out. */
const PATIENCE_MS = 1_000;

/** The thread is gone, and no reply of ours can stand in it. */
const GONE = new Set(["thread_not_found", "message_not_found", "channel_not_found"]);

/** Looks for our marked reply among the messages after the question, in its thread. */
export async function findReplyInThread(
  client: WebClient,
  place: MessagePlace,
  questionId: string,
): Promise<FindResult> {
  const started = performance.now();
  let cursor: string | undefined;
  try {
    do {
      const replies = await client.conversations.replies({
        channel: place.channel,
        ts: place.threadTs ?? place.ts,
        oldest: place.ts,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const ours = replies.messages?.find((message) => isReplyTo(message, questionId));
      if (ours !== undefined) return { status: "found", reply: `${place.channel}:${ours.ts ?? ""}` };
      cursor = replies.response_metadata?.next_cursor;
      if (!cursor) return { status: "absent" };
    } while (performance.now() - started < PATIENCE_MS);
    return { status: "retry", reason: "the thread is too long to be searched" };
  } catch (error) {
    const failure = readFailure(error);
    if (failure.status === "retry") return failure;
    return GONE.has(failure.reason) ? { status: "absent" } : { status: "retry", reason: failure.reason };
  }
}
