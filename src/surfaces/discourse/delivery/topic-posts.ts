import { z } from "zod";
import type { Deadline } from "../client/deadline.ts";
import type { DiscourseClient } from "../client/discourse-client.ts";
import type { CallFailure } from "../client/read-failure.ts";

const topicPosts = z.object({
  post_stream: z.object({
    posts: z.array(
      z.object({
        post_number: z.int(),
        post_type: z.int(),
        username: z.string(),
        raw: z.string().optional(),
        hidden: z.boolean().nullish(),
        user_deleted: z.boolean().nullish(),
        deleted_at: z.string().nullish(),
      }),
    ),
  }),
});

export type TopicPost = z.infer<typeof topicPosts>["post_stream"]["posts"][number];

export type TopicPosts = { readonly status: "ok"; readonly posts: readonly TopicPost[] } | CallFailure;

/** Which way to look from a post, and whose posts alone. */
export type Direction = { readonly from: number; readonly way: "earlier" | "later"; readonly username?: string };

/**
 * The 20 posts of a topic next to a post number, by ascending number, that number itself left out. Discourse's
 * `posts` action of a topic takes post_number, asc, username_filters and include_raw; its API description does not say so.
 */
export async function readTopicPosts(
  client: DiscourseClient,
  topicId: number,
  { from, way, username }: Direction,
  deadline: Deadline,
): Promise<TopicPosts> {
  const query = {
    post_number: from,
    asc: way === "later" ? "true" : "false",
    include_raw: "true",
    ...(username === undefined ? {} : { username_filters: username }),
  };
  const result = await client.get(`t/${topicId}/posts.json`, query, deadline);
  if (result.status !== "ok") return result;
  const read = topicPosts.safeParse(result.body);
  if (!read.success) return { status: "retry", reason: "the topic's posts could not be read" };
  return { status: "ok", posts: read.data.post_stream.posts.toSorted((a, b) => a.post_number - b.post_number) };
}
