import type { FastifyInstance } from "fastify";
import type { Log } from "../../../jobs/log.ts";
import { logFailure } from "../answer-failures.ts";
import type { HttpParts } from "../http-parts.ts";

/** `POST /slack/events`: the request goes to Slack's own receiver with its body unread, and that answers it. */
export function addSlackEvents(
  server: FastifyInstance,
  listener: NonNullable<HttpParts["slackListener"]>,
  log: Log,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, _body, done) => done(null));
    scope.post("/slack/events", (request, reply) => {
      reply.hijack();
      try {
        listener(request.raw, reply.raw);
      } catch (error) {
        // After hijack nobody else answers, and the request would hang.
        const { status, record } = logFailure(error, request, log);
        reply.raw.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(record));
      }
    });
  });
}
