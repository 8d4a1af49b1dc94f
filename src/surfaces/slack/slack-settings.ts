/** How to reach Slack. With `signingSecret` events come over HTTP, otherwise over Socket Mode with `appToken`. */
export type SlackSettings = {
  /** The bot token, `xoxb-…`. */
  readonly botToken: string;
  /** The app-level token with `connections:write`, `xapp-…`. */
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** Another server in Slack's place, as `https://slack.com/api/`. */
  readonly apiUrl?: string;
  /** A further team or enterprise id whose members count as inside; the token's own team always does. */
  readonly internalTeamId?: string;
  /** Whether messages that do not address the bot are taken as questions too; off unless true. */
  readonly overhear?: boolean;
  /** The slash command's name with its slash; `/explain-ip` unless given. */
  readonly command?: string;
  /** For one call to Slack, in milliseconds, 5,000 unless given; the lease must be at least four times as long. */
  readonly timeoutMs?: number;
};
