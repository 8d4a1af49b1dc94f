import { type ApiError, invalidPost, NO_WHISPERS, NOT_FOUND } from "./api-error.ts";
import type { ForumData, ForumPost, ForumUser } from "./forum-data.ts";

/** Discourse's defaults: min_post_length, max_post_length, unique_posts_mins. */
const SHORTEST = 20;
const LONGEST = 32_000;
const UNIQUE_MS = 5 * 60_000;

/**
 * `POST /posts.json`: checks what Discourse checks, in its order, and stores the post. HTML comments do not count towards
 * the shortest length but do towards the longest; staff may repeat themselves. Deliberately harder than Discourse: there
 * the same API call within 120 s gives the first one's answer again, which would hide a bot that posts twice.
 */
export function createPost(data: ForumData, user: ForumUser, body: Record<string, unknown>): ForumPost | ApiError {
  const topic = data.topics.find(({ id }) => id === Number(body.topic_id));
  if (topic === undefined) return NOT_FOUND;
  const whisper = String(body.whisper) === "true";
  if (whisper && !user.staff) return NO_WHISPERS;
  const raw = String(body.raw ?? "").trimEnd();
  const problem = checkLength(raw) ?? checkUnique(data, user, raw);
  if (problem !== undefined) return problem;
  const replyTo = body.reply_to_post_number === undefined ? null : Number(body.reply_to_post_number);
  return data.addPost({ topic, username: user.username, raw, type: whisper ? 4 : 1, replyTo });
}

function checkLength(raw: string): ApiError | undefined {
  if (raw.replace(/<!--(.*?)-->/g, "").trim().length < SHORTEST) {
    return invalidPost(`Body is too short (minimum is ${SHORTEST} characters)`);
  }
  return [...raw].length > LONGEST ? invalidPost(`Body is too long (maximum is ${LONGEST} characters)`) : undefined;
}

function checkUnique(data: ForumData, user: ForumUser, raw: string): ApiError | undefined {
  const since = Date.now() - UNIQUE_MS;
  const same = data.posts.some((post) => post.user === user && post.raw === raw && Date.parse(post.createdAt) > since);
  return same && !user.staff ? invalidPost("Body is too similar to what you recently posted") : undefined;
}
