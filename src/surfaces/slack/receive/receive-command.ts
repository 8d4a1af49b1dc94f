import { z } from "zod";
import type { Question } from "../../../core/question/question.ts";
import type { CommandPlace } from "./slack-place.ts";

const slashCommand = z.object({
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.url(),
  text: z.string().optional(),
});

/**
 * Turns a slash command into a question; undefined when it is not of the shape we know. A command says nothing about
 * who shares the channel or whether the asker is a guest, so its audience is always the shared one.
 */
export function receiveCommand(command: unknown, teamId: string, askedAt: Date): Question | undefined {
  const parsed = slashCommand.safeParse(command);
  if (!parsed.success) return undefined;
  const { channel_id: channel, trigger_id: trigger, response_url: responseUrl, text } = parsed.data;
  const place: CommandPlace = { kind: "command", channel, responseUrl };
  return {
    id: `slack:${teamId}:${channel}:${trigger}`,
    text: (text ?? "").trim(),
    thread: [],
    askedAt: askedAt.toISOString(),
    origin: { surface: "slack", place },
    addressed: true,
    audience: "shared-channel",
  };
}
