import type { ThreadMessage } from "../../../core/question/question.ts";
import type { Deadline } from "../client/deadline.ts";
import type { DiscourseClient } from "../client/discourse-client.ts";
import type { CallFailure } from "../client/read-failure.ts";
import type { DiscoursePlace } from "../discourse-place.ts";
import { isSameUser } from "../discourse-settings.ts";
import { openingText } from "../opening-text.ts";
import { POST_TYPE } from "../post-type.ts";
import { dropMarker } from "./reply-marker.ts";
import { readTopicPosts, type TopicPost } from "./topic-posts.ts";

export type ThreadResult = { readonly status: "ok"; readonly thread: readonly ThreadMessage[] } | CallFailure;

/**
 * The posts before the question in its topic, the nearest 20. Whispers stay out: what the staff say among themselves must
 * not shape a reply that others may read.
 */
export async function readThread(
  client: DiscourseClient,
  place: DiscoursePlace,
  botName: string,
  deadline: Deadline,
): Promise<ThreadResult> {
  if (place.postNumber === 1) return { status: "ok", thread: [] };
  const result = await readTopicPosts(client, place.topicId, { from: place.postNumber, way: "earlier" }, deadline);
  if (result.status !== "ok") return result;
  const thread = result.posts
    .filter(isPublic)
    .map((post) =>
      isSameUser(post.username, botName)
        ? { text: dropMarker(post.raw ?? ""), fromBot: true }
        : { text: openingText(place, post.post_number, post.raw ?? "") },
    );
  return { status: "ok", thread };
}

function isPublic({ post_type, hidden, user_deleted, deleted_at }: TopicPost): boolean {
  return post_type === POST_TYPE.regular && !hidden && !user_deleted && !deleted_at;
}
