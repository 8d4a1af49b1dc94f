import Fastify from "fastify";
import type { DiscourseSurface } from "../../../src/surfaces/discourse/connect-discourse.ts";
import { WEBHOOK_STATUS } from "../../../src/surfaces/discourse/webhook/webhook-status.ts";

/** A server with the webhook's route and nothing else, as the bot mounts it: the body's bytes go through untouched. */
export async function startReceiver(surface: DiscourseSurface) {
  const app = Fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post<{ Body: Buffer }>("/discourse/webhook", async (request, reply) => {
    const outcome = await surface.handleWebhook(request.headers, request.body);
    return reply.status(WEBHOOK_STATUS[outcome.kind]).send({ outcome: outcome.kind });
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${url}/discourse/webhook`, close: () => app.close() };
}
