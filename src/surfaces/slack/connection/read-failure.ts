import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";

/** A failed call as a job sees it: worth another try, or refused for good. The reason holds no text of ours or theirs. */
export type Failure =
  | { readonly status: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly status: "refused"; readonly reason: string };

/** Platform errors that pass by themselves; every other one needs a person (docs.slack.dev, errors of chat.postMessage). */
const PASSING = new Set([
  "ratelimited",
  "rate_limited",
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
]);

/** Reads what @slack/web-api throws. Anything it does not know is worth another try: the store counts the attempts. */
export function readFailure(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { status: "retry", reason: "Slack asks to wait (429)", afterMs: error.retryAfter * 1000 };
  }
  if (error instanceof WebAPIPlatformError) return readPlatformError(error.data.error);
  if (error instanceof WebAPIHTTPError) return readHttpStatus(error.statusCode);
  if (error instanceof WebAPIRequestError) {
    return { status: "retry", reason: `Slack did not answer (${nameFault(error.original)})` };
  }
  return { status: "retry", reason: "the call to Slack failed" };
}

/** A status other than 200 and 429; Slack itself speaks through the body, so these come from what stands in between. */
export function readHttpStatus(status: number): Failure {
  const reason = `Slack answered with HTTP ${status}`;
  return status >= 500 || status === 408 || status === 429
    ? { status: "retry", reason }
    : { status: "refused", reason };
}

/** The fault's code or class, never its message: fetch puts the address it was given into some of them. */
export function nameFault(error: unknown): string {
  if (!Error.isError(error)) return "unknown fault";
  const cause = error.cause;
  if (Error.isError(cause) && "code" in cause && typeof cause.code === "string") return cause.code;
  return error.name;
}

/** web-api puts a body that is no JSON where the error code stands; such a body is not repeated. */
function readPlatformError(code: unknown): Failure {
  if (typeof code !== "string" || !/^[a-z][a-z0-9_]{0,63}$/.test(code)) {
    return { status: "retry", reason: "Slack's answer could not be read" };
  }
  return { status: PASSING.has(code) ? "retry" : "refused", reason: code };
}
