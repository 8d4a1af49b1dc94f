import type { FastifyInstance } from "fastify";
import type { Log } from "../../jobs/log.ts";

/** One line for each answered request. The route's pattern is logged, not the address: a query may quote a message. */
export function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook("onResponse", async (request, reply) => {
    log("http-request", {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.raw.statusCode,
      durationMs: Math.round(reply.elapsedTime),
      requestId: request.id,
    });
  });
}
