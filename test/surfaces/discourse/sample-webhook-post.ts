import type { WebhookPost } from "../../../src/surfaces/discourse/webhook/read-post-event.ts";

/** A post as a webhook carries it, in order in every respect. */
export function sampleWebhookPost(more: Partial<WebhookPost> = {}): WebhookPost {
  return {
    id: 9001,
    topic_id: 700,
    post_number: 2,
    post_type: 1,
    username: "alice",
    user_id: 101,
    raw: "Why do requests come from 100.64.3.7?",
    created_at: "2026-01-05T10:00:00.000Z",
    topic_title: "Which range is this?",
    topic_archetype: "regular",
    category_id: 5,
    ...more,
  };
}
