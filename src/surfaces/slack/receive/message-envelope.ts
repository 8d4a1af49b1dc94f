import { z } from "zod";

/** The fields we read of an Events API envelope that carries a `message` or an `app_mention`; all others are dropped. */
const messageEnvelope = z.object({
  is_ext_shared_channel: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
  event: z.object({
    type: z.enum(["message", "app_mention"]),
    subtype: z.string().optional(),
    hidden: z.boolean().optional(),
    channel: z.string(),
    channel_type: z.string().optional(),
    ts: z.string().regex(/^\d{1,12}\.\d{1,9}$/),
    thread_ts: z.string().optional(),
    text: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    team: z.string().nullish(),
    user_team: z.string().nullish(),
    source_team: z.string().nullish(),
    user_profile: z
      .object({ is_restricted: z.boolean().optional(), is_ultra_restricted: z.boolean().optional() })
      .nullish(),
  }),
});

export type MessageEnvelope = z.infer<typeof messageEnvelope>;
export type MessageEvent = MessageEnvelope["event"];

/** Reads an envelope; undefined when it is no message of the shape we know, as deletions and edits are not. */
export function readMessageEnvelope(body: unknown): MessageEnvelope | undefined {
  return messageEnvelope.safeParse(body).data;
}
