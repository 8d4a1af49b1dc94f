import type { Audience } from "./audience.ts";

export type SurfaceName = "slack" | "discourse" | "http" | "cli" | "mcp";

/**
 * Where a question came from and where its reply goes. `place` belongs to the surface alone: it wrote it,
 * and only it reads it back. Nothing else in the system looks inside.
 */
export type Origin = { readonly surface: SurfaceName; readonly place: Readonly<Record<string, unknown>> };

/** An earlier message of the same thread, oldest first. `fromBot` marks our own. */
export type ThreadMessage = { readonly text: string; readonly fromBot?: boolean };

/**
 * What someone asked. `id` is the identity of the message (never of the event that carried it), so that one message
 * delivered twice is one question. `askedAt` is an ISO 8601 time in UTC.
 */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly thread: readonly ThreadMessage[];
  readonly askedAt: string;
  readonly origin: Origin;
  /** True when the bot was called: a mention, a direct message, a command. False when it merely overheard. */
  readonly addressed: boolean;
  readonly audience: Audience;
  /** A product id that holds whatever the text says, from `--provider` or the place's configuration. */
  readonly product?: string;
};
