import { type Logger, pino } from "pino";
import type { Log } from "./jobs/log.ts";

/**
 * JSON lines on standard error, written at once so that nothing is lost when the process ends. Ids, counts and reasons of
 * our own; never what somebody wrote, never a secret.
 */
export function createLogger(level: "debug" | "info" | "warn" | "error" | "silent"): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ dest: 2, sync: true }));
}

/** The worker's way of logging: an event's name and its facts. */
export function toLog(logger: Logger): Log {
  return (event, facts) => logger.info(facts, event);
}
