import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { ExplainIpError } from "../../../errors.ts";
import { readFailure } from "./read-failure.ts";

/** Who we are at Slack: our own messages and mentions are recognised by it. */
export type BotIdentity = { readonly teamId: string; readonly userId: string; readonly botId: string };

const authTest = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string() });

/**
 * Asks auth.test once, so that no event has to wait for it. Throws `bad-config` when Slack refuses the token and
 * `surface-unavailable` when Slack does not answer.
 */
export async function identifyBot(client: WebClient): Promise<BotIdentity> {
  const reply = authTest.safeParse(await client.auth.test().catch(explainFailure));
  if (!reply.success) {
    throw new ExplainIpError(
      "bad-config",
      "The Slack token does not belong to a bot.",
      "Use the Bot User OAuth Token (xoxb-…) from the app's page OAuth & Permissions.",
    );
  }
  return { teamId: reply.data.team_id, userId: reply.data.user_id, botId: reply.data.bot_id };
}

function explainFailure(error: unknown): never {
  const failure = readFailure(error);
  if (failure.status === "refused") {
    throw new ExplainIpError(
      "bad-config",
      `Slack refuses the bot token: ${failure.reason}.`,
      "Install the app again and copy the Bot User OAuth Token (xoxb-…) from its page OAuth & Permissions.",
    );
  }
  throw new ExplainIpError(
    "surface-unavailable",
    `Slack could not be reached: ${failure.reason}.`,
    "Check the network, or the API address if another one than slack.com is set.",
  );
}
