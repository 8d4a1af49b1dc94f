import type { Audience } from "../../../core/question/audience.ts";

/** What an event says about who reads its channel. `undefined` means that it says nothing. */
export type ChannelSigns = {
  /** A direct message between one person and the bot. */
  readonly direct: boolean;
  /** Shared with another organisation through Slack Connect. */
  readonly externallyShared: boolean | undefined;
  /** Such sharing is offered and not accepted yet. */
  readonly pendingExternallyShared: boolean | undefined;
  /** Every team id that the event names for its author. */
  readonly authorTeams: readonly string[];
  readonly authorIsGuest: boolean | undefined;
};

/**
 * Decides who will read the reply. Internal only where the event says so clearly; every doubt counts as shared.
 * A guest who merely reads a channel cannot be seen in an event: that needs the `users:read` scope, not asked for here.
 */
export function decideAudience(signs: ChannelSigns, internalTeams: readonly string[]): Audience {
  const inside =
    signs.externallyShared === false &&
    signs.pendingExternallyShared !== true &&
    signs.authorIsGuest !== true &&
    signs.authorTeams.length > 0 &&
    signs.authorTeams.every((team) => internalTeams.includes(team));
  if (!inside) return "shared-channel";
  return signs.direct ? "direct-message" : "internal-channel";
}
