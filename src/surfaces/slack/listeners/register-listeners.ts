import type { App } from "@slack/bolt";
import * as appMention from "./app-mention/register.ts";
import * as command from "./command/register.ts";
import type { Intake } from "./intake.ts";
import * as message from "./message/register.ts";

/** Every kind of event we listen to; whatever else Slack sends is acknowledged and forgotten. */
export function registerListeners(app: App, intake: Intake): void {
  appMention.register(app, intake);
  message.register(app, intake);
  command.register(app, intake);
}
