/** How to reach one Discourse forum and how to speak there. */
export type DiscourseSettings = {
  /** The forum's address, with the folder if it lives in one: `https://forum.example.org`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** The bot's own user name: the reply is posted under it, and mentions of it address the bot. */
  readonly apiUsername: string;
  /** The secret of the forum's webhook; without one anybody could send posts. */
  readonly webhookSecret: string;
  /** How an addressed question is answered: for the staff's eyes only, or in public. Overheard ones are whispered. */
  readonly replyAs: "whisper" | "public";
  /** Ids of the categories where every reply is public, whatever `replyAs` says. */
  readonly publicCategories?: readonly number[];
  /** User names whose posts are never answered: the forum's other bots, or the two would talk for ever. */
  readonly ignoreUsers?: readonly string[];
  /** For one look-up or post with all its calls, in milliseconds; the lease must be at least four times as long. Under
   * 2,000 it leaves no time to wait for a turn once the forum limits us. */
  readonly timeoutMs?: number;
};

/** User names are the same whatever their case (Discourse's `username_lower`). */
export function isSameUser(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
