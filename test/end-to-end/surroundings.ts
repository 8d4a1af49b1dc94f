import { setTimeout as sleep } from "node:timers/promises";
import type { DiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import type { KubernetesServer } from "../support/kubernetes-server/kubernetes-server.ts";
import { standInContext, writeKubeconfig } from "../support/kubernetes-server/write-kubeconfig.ts";
import { IDENTITIES } from "../support/slack-server/identities.ts";
import type { SlackServer } from "../support/slack-server/slack-server.ts";
import type { ListeningBot } from "./start-bot.ts";

export const webhookSecret = "stand-in-webhook-secret";

/** The settings that connect a bot to a stand-in, as the operator would write them. */
export function slackSettings({ apiUrl }: Pick<SlackServer, "apiUrl">, mode: "socket" | "http" = "socket") {
  return {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: IDENTITIES.botToken,
    ...(mode === "socket"
      ? { SLACK_APP_TOKEN: IDENTITIES.appToken }
      : { SLACK_SIGNING_SECRET: IDENTITIES.signingSecret }),
  };
}

export function discourseSettings({ url, apiKey, bot }: Pick<DiscourseServer, "url" | "apiKey" | "bot">) {
  return {
    DISCOURSE_URL: url,
    DISCOURSE_API_KEY: apiKey,
    DISCOURSE_API_USERNAME: bot.username,
    DISCOURSE_WEBHOOK_SECRET: webhookSecret,
  };
}

export async function clusterSettings(server: KubernetesServer) {
  return { EXPLAIN_IP_KUBE_CONTEXT: standInContext, KUBECONFIG: await writeKubeconfig(server) };
}

/** Makes the forum deliver its events to the bot, as its administrator would. */
export function deliverForumTo(forum: DiscourseServer, { url }: Pick<ListeningBot, "url">): void {
  forum.deliverTo(`${url}/discourse/webhook`, webhookSecret);
}

/** Waits until something holds; Jest's own time-out ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}
