import type { App } from "@slack/bolt";
import { type Intake, takeMessage } from "../intake.ts";

/**
 * Direct messages, and messages of channels the bot is in: a mention there is the same question as its `app_mention`,
 * anything else counts only where overhearing is on.
 */
export function register(app: App, intake: Intake): void {
  app.event("message", ({ body }) => takeMessage(body, intake));
}
