import { z } from "zod";

/**
 * Where a reply goes, as this surface writes it into a question's origin and reads it back. `responseUrl` lets whoever
 * holds it speak to the asker: it is stored, and never logged.
 */
export type SlackPlace = MessagePlace | CommandPlace;

/** A message; `threadTs` is its thread's root, absent for a message outside of any thread. */
export type MessagePlace = {
  readonly kind: "message";
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string | undefined;
};

export type CommandPlace = { readonly kind: "command"; readonly channel: string; readonly responseUrl: string };

const slackPlace = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), channel: z.string(), ts: z.string(), threadTs: z.string().optional() }),
  z.object({ kind: z.literal("command"), channel: z.string(), responseUrl: z.string() }),
]);

/** Reads a stored place back; undefined when it is not one of ours. */
export function readSlackPlace(place: Readonly<Record<string, unknown>>): SlackPlace | undefined {
  return slackPlace.safeParse(place).data;
}
