import type { WebClientOptions } from "@slack/web-api";
import type { SlackSettings } from "../slack-settings.ts";
import { createBoltLogger } from "./bolt-logger.ts";

/** A worker's lease is more than four times as long. */
const TIMEOUT_MS = 5_000;
const SILENT = createBoltLogger({ info: () => {}, warn: () => {}, error: () => {} });

/**
 * Options for every Web API client: one try within the time-out, and a 429 comes back at once with its Retry-After.
 * The clients log nothing: each failure reaches its caller as a value.
 */
export function webClientOptions(settings: SlackSettings): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: callTimeoutMs(settings),
    logger: SILENT,
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
  };
}

/** How long one call to Slack may take, in milliseconds. */
export function callTimeoutMs(settings: SlackSettings): number {
  return settings.timeoutMs ?? TIMEOUT_MS;
}
