import { z } from "zod";

/** A failed call: worth another try, or refused for good. A reason is a status or a fault's code, never a text of theirs. */
export type CallFailure =
  | { readonly status: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly status: "refused"; readonly reason: string; readonly httpStatus: number };

/** Limits are counted by the minute; this is for a 429 that does not say how long. */
const DEFAULT_WAIT_MS = 60_000;

/** Reads a status outside of 200 to 299; `body` is parsed JSON, undefined where it was none. */
export function readStatus(httpStatus: number, retryAfter: string | null, body: unknown): CallFailure {
  if (httpStatus === 429) {
    return { status: "retry", reason: "Discourse asks to wait (429)", afterMs: readWait(retryAfter, body) };
  }
  if (httpStatus >= 300 && httpStatus < 400) {
    // Not followed: the key would go along to wherever it leads.
    return { status: "retry", reason: `Discourse redirects elsewhere (${httpStatus}): check the forum's address` };
  }
  const reason = `Discourse answered with HTTP ${httpStatus}`;
  return httpStatus >= 500 || httpStatus === 408
    ? { status: "retry", reason }
    : { status: "refused", reason, httpStatus };
}

/** What ky throws: by its code or name, since messages quote what was sent. */
export function readFault(error: unknown): CallFailure {
  return { status: "retry", reason: `Discourse did not answer (${codeOf(error) ?? nameOf(error)})` };
}

/** ky wraps what fetch throws, and fetch what the socket does: the code stands somewhere down the causes. */
function codeOf(error: unknown): string | undefined {
  if (!Error.isError(error)) return undefined;
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}

function nameOf(error: unknown): string {
  return Error.isError(error) ? error.name : "unknown fault";
}

const limited = z.object({ extras: z.object({ wait_seconds: z.number().nonnegative() }) });

/** The header first: limits by address answer in plain text, without `extras`. */
function readWait(retryAfter: string | null, body: unknown): number {
  if (retryAfter !== null && /^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const seconds = limited.safeParse(body).data?.extras.wait_seconds;
  return seconds === undefined ? DEFAULT_WAIT_MS : seconds * 1000;
}
