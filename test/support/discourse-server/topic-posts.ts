import { type ApiError, NOT_FOUND } from "./api-error.ts";
import type { ForumData, ForumUser } from "./forum-data.ts";
import { showPost } from "./show-post.ts";

const CHUNK = 20;

export type TopicPostsQuery = {
  readonly post_number?: string;
  readonly asc?: string;
  readonly include_raw?: string;
  readonly username_filters?: string;
};

/**
 * `GET /t/ID/posts.json`: up to 20 posts after `post_number` with asc=true, else before it and the nearest first
 * (filter_posts_by_post_number in Discourse's TopicView). The first post passes the filter by user name, as it does there.
 */
export function listTopicPosts(
  data: ForumData,
  reader: ForumUser,
  topicId: number,
  query: TopicPostsQuery,
): object | ApiError {
  const topic = data.topics.find(({ id }) => id === topicId);
  if (topic === undefined || (topic.archetype === "private_message" && !reader.staff)) return NOT_FOUND;
  const names = query.username_filters?.toLowerCase().split(",");
  const from = Number(query.post_number ?? 0);
  const later = query.asc === "true" || query.post_number === undefined;
  const posts = data
    .visiblePosts(topic, reader)
    .filter((post) => names === undefined || post.number === 1 || names.includes(post.user.username.toLowerCase()))
    .filter((post) => (later ? post.number > from : post.number < from));
  const chunk = (later ? posts : posts.reverse()).slice(0, CHUNK);
  return {
    post_stream: { posts: chunk.map((post) => showPost(post, { raw: query.include_raw !== undefined })) },
    id: topicId,
  };
}
