/** What can go wrong beyond the expected outcomes: misconfiguration, broken knowledge, infrastructure, a caller's mistake. */
export type ErrorCode =
  | "bad-usage"
  | "bad-input"
  | "bad-config"
  | "knowledge-missing"
  | "knowledge-broken"
  | "store-unavailable"
  | "store-damaged"
  | "port-unavailable"
  | "surface-unavailable";

/**
 * An error that teaches: what happened, the facts to find it, and what to do about it.
 * It knows nothing of HTTP statuses or exit codes; those are decided at the edge by its `code`.
 */
export class ExplainIpError extends Error {
  override readonly name = "ExplainIpError";
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}

/** A sentence for a log or a terminal from anything that was thrown; never a stack, never a message's text. */
export function describeError(error: unknown): string {
  if (error instanceof ExplainIpError) return `${error.message} ${error.remedy}`;
  if (Error.isError(error)) {
    const cause = Error.isError(error.cause) ? ` (${error.cause.message || errorCode(error.cause)})` : "";
    return `${error.message}${cause}`;
  }
  return String(error);
}

function errorCode(error: Error): string {
  return "code" in error ? String(error.code) : error.name;
}
