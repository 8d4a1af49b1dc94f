import type { WebClientOptions } from "@slack/web-api";
import type { SlackSettings } from "../slack-settings.ts";
import { createBoltLogger } from "./bolt-logger.ts";

const TIMEOUT_MS = 10_000;
const SILENT = createBoltLogger({ info: () => {}, warn: () => {}, error: () => {} });

/**
 * Options for every Web API client: one try within the time-out, and a 429 comes back at once with its Retry-After.
 * The clients log nothing: each failure reaches its caller as a value.
 */
export function webClientOptions(settings: SlackSettings): WebClientOptions {
  return {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: settings.timeoutMs ?? TIMEOUT_MS,
    logger: SILENT,
    ...(settings.apiUrl === undefined ? {} : { slackApiUrl: settings.apiUrl }),
  };
}
