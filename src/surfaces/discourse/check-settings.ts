import { ExplainIpError } from "../../errors.ts";
import type { DiscourseSettings } from "./discourse-settings.ts";

/**
 * Throws `bad-config` with everything that is wrong at once. Values are not repeated: an error of fetch about a header
 * would quote the key, so a key that cannot be a header stops here.
 */
export function checkSettings(settings: DiscourseSettings): void {
  const problems = [
    isWebAddress(settings.baseUrl) ? "" : "the forum's address is no http or https URL",
    isHeaderWord(settings.apiKey) ? "" : "the API key is empty or has characters that no key has",
    isHeaderWord(settings.apiUsername) ? "" : "the bot's user name is empty or has characters that no header can carry",
    settings.webhookSecret === "" ? "the webhook's secret is empty" : "",
  ].filter((problem) => problem !== "");
  if (problems.length === 0) return;
  throw new ExplainIpError(
    "bad-config",
    `Discourse cannot be connected: ${problems.join("; ")}.`,
    "Take the key from the forum's Admin > API, and set the same secret here and in Admin > Webhooks.",
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isHeaderWord(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
