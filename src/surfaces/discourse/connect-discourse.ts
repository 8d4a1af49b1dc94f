import type { Delivery } from "../../jobs/delivery.ts";
import { checkSettings } from "./check-settings.ts";
import { type AccessResult, checkAccess } from "./client/check-access.ts";
import { createDiscourseClient } from "./client/discourse-client.ts";
import { createDiscourseDelivery } from "./delivery/discourse-delivery.ts";
import type { DiscourseSettings } from "./discourse-settings.ts";
import { handleWebhook, type WebhookHeaders, type WebhookPorts } from "./webhook/handle-webhook.ts";
import type { WebhookOutcome } from "./webhook/webhook-outcome.ts";

export type DiscourseSurface = {
  /** For `POST /discourse/webhook`, with the body's bytes as sent; WEBHOOK_STATUS has the status of each outcome. */
  readonly handleWebhook: (headers: WebhookHeaders, rawBody: Buffer) => Promise<WebhookOutcome>;
  readonly delivery: Delivery;
  readonly checkAccess: () => Promise<AccessResult>;
};

const TIMEOUT_MS = 10_000;

/** Connects one forum; makes no call yet. Throws `bad-config` for settings that cannot work. */
export function connectDiscourse(settings: DiscourseSettings, ports: WebhookPorts): DiscourseSurface {
  checkSettings(settings);
  const timeoutMs = settings.timeoutMs ?? TIMEOUT_MS;
  const client = createDiscourseClient(settings);
  return {
    handleWebhook: (headers, rawBody) => handleWebhook(settings, ports, headers, rawBody),
    delivery: createDiscourseDelivery(client, settings, timeoutMs, ports.log),
    checkAccess: () => checkAccess(client, settings, timeoutMs),
  };
}
