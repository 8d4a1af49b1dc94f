import type { App } from "@slack/bolt";
import { type Intake, takeMessage } from "../intake.ts";

/** Someone calls the bot by its mention, in a channel or a thread. */
export function register(app: App, intake: Intake): void {
  app.event("app_mention", ({ body }) => takeMessage(body, intake));
}
