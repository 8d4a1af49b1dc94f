import type { FastifyInstance } from "fastify";
import type { HttpParts } from "../http-parts.ts";

const LARGEST_BODY = 1024 * 1024;

/** `POST /discourse/webhook`: hands on the bytes exactly as they came, because the signature covers them. */
export function addDiscourseWebhook(
  server: FastifyInstance,
  receive: NonNullable<HttpParts["discourseWebhook"]>,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    scope.post("/discourse/webhook", { bodyLimit: LARGEST_BODY }, async (request, reply) => {
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { status } = await receive(request.headers, rawBody);
      return reply.code(status).send();
    });
  });
}
