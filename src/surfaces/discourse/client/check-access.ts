import { z } from "zod";
import type { DiscourseSettings } from "../discourse-settings.ts";
import { deadlineIn } from "./deadline.ts";
import type { DiscourseClient } from "./discourse-client.ts";

/** Whether the forum can be reached and takes the key; `warnings` are what will get in the way all the same. */
export type AccessResult =
  | { readonly status: "ready"; readonly username: string; readonly warnings: readonly string[] }
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "unavailable"; readonly reason: string };

const account = z.object({
  user: z.object({ username: z.string(), admin: z.boolean().nullish(), moderator: z.boolean().nullish() }),
});

/** Asks the forum for the bot's own account; posts nothing. */
export async function checkAccess(
  client: DiscourseClient,
  { apiUsername, replyAs }: DiscourseSettings,
  timeoutMs: number,
): Promise<AccessResult> {
  const result = await client.get(`u/${encodeURIComponent(apiUsername)}.json`, {}, deadlineIn(timeoutMs));
  if (result.status === "retry") return { status: "unavailable", reason: result.reason };
  if (result.status === "refused") {
    return { status: "refused", reason: `${result.reason}: the API key or the bot's user name is not accepted` };
  }
  const read = account.safeParse(result.body);
  if (!read.success) return { status: "unavailable", reason: "the answer is not Discourse's" };
  const { username, admin, moderator } = read.data.user;
  const warnings =
    admin || moderator || replyAs === "public"
      ? []
      : [`${username} is no staff: replies are whispered only if the site's whispers_allowed_groups include it`];
  return { status: "ready", username, warnings };
}
