import { z } from "zod";
import type { IgnoreReason } from "./webhook-outcome.ts";

const postEvent = z.object({
  post: z.object({
    id: z.int().positive(),
    topic_id: z.int().positive(),
    post_number: z.int().positive(),
    post_type: z.int(),
    username: z.string(),
    /** -1 is the system, other negative ids are bots that plugins bring; null when the user is gone. */
    user_id: z.int().nullable(),
    raw: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    topic_title: z.string(),
    topic_archetype: z.string(),
    category_id: z.int().nullish(),
    hidden: z.boolean().nullish(),
    user_deleted: z.boolean().nullish(),
    deleted_at: z.string().nullish(),
  }),
});

/** A post as a webhook carries it, of which only the fields that are used (WebHookPostSerializer in Discourse). */
export type WebhookPost = z.infer<typeof postEvent>["post"];

export type PostEvent =
  | { readonly kind: "post"; readonly post: WebhookPost }
  | { readonly kind: "ignored"; readonly reason: IgnoreReason }
  | { readonly kind: "bad-body"; readonly problem: string };

/**
 * Reads a delivery by its X-Discourse-Event header. Bodies of other events are not looked at. A problem names the fields
 * that are wrong, never their values.
 */
export function readPostEvent(event: unknown, rawBody: Buffer): PostEvent {
  if (event === "ping") return { kind: "ignored", reason: "ping" };
  if (event !== "post_created") return { kind: "ignored", reason: "not-a-new-post" };
  const body = parseJson(rawBody);
  if (body === undefined) return { kind: "bad-body", problem: "the body is not JSON" };
  const read = postEvent.safeParse(body);
  if (read.success) return { kind: "post", post: read.data.post };
  const fields = [...new Set(read.error.issues.map((issue) => issue.path.join(".") || "the whole body"))];
  return { kind: "bad-body", problem: `missing or of the wrong kind: ${fields.join(", ")}` };
}

function parseJson(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString("utf8"));
  } catch {
    return undefined;
  }
}
