import type { WebClient } from "@slack/web-api";
import type { Answer } from "../../../core/answer/answer.ts";
import type { PostResult } from "../../../jobs/delivery.ts";
import { readFailure } from "../connection/read-failure.ts";
import type { MessagePlace } from "../receive/slack-place.ts";
import { renderAnswer } from "../render/render-answer.ts";
import { replyMarker } from "./reply-marker.ts";

/** Posts the answer into the question's thread, with its marker; `reply` is `channel:ts`. Links are never unfurled. */
export async function postReply(
  client: WebClient,
  place: MessagePlace,
  questionId: string,
  answer: Answer,
): Promise<PostResult> {
  try {
    const posted = await client.chat.postMessage({
      channel: place.channel,
      thread_ts: place.threadTs ?? place.ts,
      ...renderAnswer(answer),
      metadata: replyMarker(questionId),
      unfurl_links: false,
      unfurl_media: false,
    });
    return { status: "posted", reply: `${place.channel}:${posted.ts ?? ""}` };
  } catch (error) {
    return readFailure(error);
  }
}
