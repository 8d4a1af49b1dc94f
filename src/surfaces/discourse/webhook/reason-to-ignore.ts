import { type DiscourseSettings, isSameUser } from "../discourse-settings.ts";
import { POST_TYPE } from "../post-type.ts";
import type { WebhookPost } from "./read-post-event.ts";
import type { IgnoreReason } from "./webhook-outcome.ts";

export type IgnoreRules = Pick<DiscourseSettings, "apiUsername" | "ignoreUsers">;

/** Discourse's own accounts; `discobot` may be brought by a plugin under an ordinary id. */
const AUTOMATONS = ["system", "discobot"];

/**
 * A delivery carries no time and can be replayed. The store remembers questions for days, so that a post older than a day
 * is no new question, and cannot be answered a second time once it is forgotten.
 */
const OLDEST_MS = 24 * 60 * 60 * 1000;

/** Why this post is none of the bot's business; undefined when it is a question to take. */
export function reasonToIgnore(
  post: WebhookPost,
  addressed: boolean,
  rules: IgnoreRules,
  now: number,
): IgnoreReason | undefined {
  if (isSameUser(post.username, rules.apiUsername)) return "own-post";
  if ((post.user_id ?? 0) < 0 || AUTOMATONS.some((name) => isSameUser(name, post.username))) return "bot-or-system";
  if (rules.ignoreUsers?.some((name) => isSameUser(name, post.username))) return "ignored-user";
  if (post.post_type === POST_TYPE.whisper) return "whisper";
  if (post.post_type !== POST_TYPE.regular) return "not-a-regular-post";
  if (post.hidden || post.user_deleted || post.deleted_at) return "hidden-or-deleted";
  if (post.topic_archetype === "private_message" && !addressed) return "private-message";
  if (now - Date.parse(post.created_at) > OLDEST_MS) return "too-old";
  if (post.raw.trim() === "") return "empty";
  return undefined;
}
