import type { WebhookOutcome } from "./webhook-outcome.ts";

/**
 * The HTTP status that tells Discourse what became of a delivery. Never 404 or 410: Discourse does not repeat those and
 * can switch the webhook off for them. Everything else outside of 200 to 299 it repeats, if the site has retries on.
 */
export const WEBHOOK_STATUS: Readonly<Record<WebhookOutcome["kind"], number>> = {
  accepted: 200,
  duplicate: 200,
  ignored: 200,
  "bad-signature": 401,
  "bad-body": 400,
  "store-unavailable": 503,
};
