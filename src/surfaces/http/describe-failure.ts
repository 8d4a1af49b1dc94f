import type { ErrorRecord } from "../../contract/error-record.ts";
import { describeError, ExplainIpError } from "../../errors.ts";
import { errorStatus } from "./error-status.ts";

/** A failure as the caller is told of it. */
export type Failure = { readonly status: number; readonly record: ErrorRecord };

/** What Fastify itself refuses, in our words; its own messages name neither the limit nor the remedy. */
const refusals: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  413: {
    code: "body-too-large",
    message: "The body is too large. Send less: the newest message and the few before it.",
  },
  415: {
    code: "unsupported-media-type",
    message: "This content type is not taken here. Send JSON as application/json.",
  },
};

/**
 * What to tell the caller about anything that was thrown: our own errors by their code, Fastify's refusals by their
 * status, everything else as `internal`. From 500 on it says nothing about the inside: that goes to the log under `requestId`.
 */
export function describeFailure(error: unknown, requestId: string): Failure {
  if (error instanceof ExplainIpError) {
    const status = errorStatus[error.code];
    return status < 500 ? failure(status, error.code, describeError(error)) : ourFault(status, error.code, requestId);
  }
  if (!isRefusal(error)) return ourFault(500, "internal", requestId);
  const { code, message } = refusals[error.statusCode] ?? {
    code: "bad-input",
    message: `${error.message}. GET /v1/schema.json describes what is taken.`,
  };
  return failure(error.statusCode, code, message);
}

export function failure(status: number, code: string, message: string): Failure {
  return { status, record: { error: { code, message } } };
}

function ourFault(status: number, code: string, requestId: string): Failure {
  return failure(
    status,
    code,
    `Something failed on our side, not in your question. Try again; the log has it as request ${requestId}.`,
  );
}

/**
 * Whether Fastify itself refused the request. Its errors are told by their code, as they are not made by Error; an error of
 * something else may have a status too, but that is not about this request.
 */
function isRefusal(error: unknown): error is { readonly statusCode: number; readonly message: string } {
  if (typeof error !== "object" || error === null) return false;
  if (!("code" in error && "statusCode" in error && "message" in error)) return false;
  const { code, statusCode } = error;
  const isFastify = typeof code === "string" && code.startsWith("FST_ERR_");
  return isFastify && typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
}
