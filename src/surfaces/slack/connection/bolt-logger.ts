import type { Logger } from "@slack/bolt";
import { LogLevel } from "@slack/bolt";
import { describeError } from "../../../errors.ts";
import type { SlackLog } from "../slack-log.ts";

/** Bolt appends the JSON parser's message here, and that quotes the start of the body. */
const QUOTES_THE_BODY = /^(Malformed request body).*$/s;

/**
 * Bolt's logger on ours. Debug is dropped whatever the level: there Bolt writes whole message bodies and reply
 * addresses. Objects other than errors are dropped for the same reason.
 */
export function createBoltLogger(log: SlackLog): Logger {
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.info({ from: "bolt" }, sentence(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: "bolt" }, sentence(parts)),
    error: (...parts: unknown[]) => log.error({ from: "bolt" }, sentence(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function sentence(parts: readonly unknown[]): string {
  return parts
    .filter((part) => typeof part === "string" || Error.isError(part))
    .map((part) => (typeof part === "string" ? part : describeError(part)))
    .join(" ")
    .replace(QUOTES_THE_BODY, "$1");
}
