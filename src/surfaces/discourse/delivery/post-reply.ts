import { z } from "zod";
import type { Answer } from "../../../core/answer/answer.ts";
import type { Question } from "../../../core/question/question.ts";
import type { PostResult } from "../../../jobs/delivery.ts";
import type { Deadline } from "../client/deadline.ts";
import type { DiscourseClient } from "../client/discourse-client.ts";
import type { CallFailure } from "../client/read-failure.ts";
import type { DiscoursePlace } from "../discourse-place.ts";
import type { DiscourseSettings } from "../discourse-settings.ts";
import { chooseVisibility } from "./choose-visibility.ts";
import { renderPost } from "./render-post.ts";
import { replyMarker } from "./reply-marker.ts";

/** Discourse's own default (max_post_length). */
const LONGEST_POST = 32_000;

const created = z.object({ id: z.int(), post_number: z.int(), topic_id: z.int() });
/** The site holds the bot's posts back until a moderator approves them. */
const queued = z.object({ action: z.literal("enqueued") });

/** Replies to the post that asked; `reply` is the new post's path, `/t/TOPIC_ID/POST_NUMBER`, or `awaiting-approval`. */
export async function postReply(
  client: DiscourseClient,
  settings: DiscourseSettings,
  place: DiscoursePlace,
  question: Question,
  answer: Answer,
  deadline: Deadline,
): Promise<PostResult> {
  const marker = replyMarker(question.id);
  const text = renderPost(answer, LONGEST_POST - marker.length - 2);
  const whisper = chooseVisibility(question.addressed, place.categoryId, settings) === "whisper";
  const result = await client.post(
    "posts.json",
    {
      topic_id: place.topicId,
      reply_to_post_number: place.postNumber,
      raw: `${text}\n\n${marker}`,
      ...(whisper ? { whisper: true } : {}),
    },
    deadline,
  );
  if (result.status === "retry") return result;
  if (result.status === "refused") return { status: "refused", reason: explainRefusal(result, whisper) };
  return readReply(result.body);
}

function readReply(body: unknown): PostResult {
  const post = created.safeParse(body).data;
  if (post !== undefined) return { status: "posted", reply: `/t/${post.topic_id}/${post.post_number}` };
  if (queued.safeParse(body).success) return { status: "posted", reply: "awaiting-approval" };
  return { status: "retry", reason: "Discourse's answer to the post could not be read" };
}

/** Discourse says in words what is wrong; words can quote the post, so only the status is kept, with what it mostly means. */
function explainRefusal({ reason, httpStatus }: CallFailure & { status: "refused" }, whisper: boolean): string {
  if (httpStatus === 403)
    return `${reason}: the bot may not ${whisper ? "whisper" : "reply"} there, or its key is not valid`;
  if (httpStatus === 404 || httpStatus === 410) return `${reason}: the topic is gone`;
  if (httpStatus === 422)
    return `${reason}: the topic is closed, or a site setting forbids the post (length, links, words)`;
  return reason;
}
