import type { FastifyInstance, FastifyRequest } from "fastify";
import { describeBug } from "../../jobs/describe-bug.ts";
import type { Log } from "../../jobs/log.ts";
import { describeFailure, type Failure, failure } from "./describe-failure.ts";

/** Answers everything that goes wrong in a route, and every unknown route, with an error record. */
export function answerFailures(server: FastifyInstance, log: Log): void {
  server.setErrorHandler((error, request, reply) => {
    const { status, record } = logFailure(error, request, log);
    return reply.code(status).send(record);
  });
  server.setNotFoundHandler((_request, reply) => {
    const { status, record } = failure(
      404,
      "not-found",
      "There is nothing here for this method and path. The page is at /.",
    );
    return reply.code(status).send(record);
  });
}

/** Describes a failure for the caller, and logs it when it is ours: kind and place, never what the caller wrote. */
export function logFailure(error: unknown, request: Pick<FastifyRequest, "id" | "routeOptions">, log: Log): Failure {
  const described = describeFailure(error, request.id);
  if (described.status >= 500) {
    const { code } = described.record.error;
    log("http-request-failed", {
      requestId: request.id,
      route: request.routeOptions.url ?? "none",
      code,
      reason: describeBug(error),
    });
  }
  return described;
}
