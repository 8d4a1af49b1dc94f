import type { Question } from "../../../core/question/question.ts";
import type { DiscoursePlace } from "../discourse-place.ts";
import { openingText } from "../opening-text.ts";
import { dropMentions } from "./mention.ts";
import type { WebhookPost } from "./read-post-event.ts";

type Forum = { readonly host: string; readonly botName: string };

/**
 * A post as a question. Its identity is the post's: `discourse:HOST:POST_ID`. The audience is the public whatever the
 * topic: who may read a category or a private message is not ours to judge, so nothing private may go into the reply.
 */
export function toQuestion(post: WebhookPost, addressed: boolean, { host, botName }: Forum): Question {
  const place: DiscoursePlace = {
    topicId: post.topic_id,
    postNumber: post.post_number,
    topicTitle: post.topic_title,
    ...(post.category_id == null ? {} : { categoryId: post.category_id }),
  };
  return {
    id: `discourse:${host}:${post.id}`,
    text: openingText(place, post.post_number, dropMentions(post.raw, botName)),
    thread: [],
    askedAt: new Date(post.created_at).toISOString(),
    origin: { surface: "discourse", place },
    addressed,
    audience: "public-forum",
  };
}
