import { randomUUID } from "node:crypto";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { ExplainIpError } from "../../errors.ts";
import { answerFailures } from "./answer-failures.ts";
import { describeFailure } from "./describe-failure.ts";
import type { HttpParts, HttpSettings } from "./http-parts.ts";
import { logRequests } from "./log-requests.ts";
import { addDiscourseWebhook } from "./routes/discourse-webhook.ts";
import { addDrawing } from "./routes/drawing.ts";
import { addExplain } from "./routes/explain.ts";
import { addHealth } from "./routes/health.ts";
import { addPage } from "./routes/page.ts";
import { addSlackEvents } from "./routes/slack-events.ts";
import { securityHeaders } from "./security-headers.ts";

export type HttpServer = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

const LARGEST_BODY = 1024 * 1024;
/** A client that dribbles its request would hold a connection for ever; Fastify's own default is no limit. */
const LONGEST_REQUEST_MS = 30_000;
const DEFAULT_HOST = "127.0.0.1";

/**
 * Starts the one HTTP server: the page, health, `/v1`, and Slack's and Discourse's ways in where they are given.
 * Resolves once it listens; throws `port-unavailable` when it cannot.
 */
export async function startHttpServer(settings: HttpSettings, parts: HttpParts): Promise<HttpServer> {
  const server = await createServer(parts);
  const host = settings.host ?? DEFAULT_HOST;
  try {
    const url = await server.listen({ host, port: settings.port });
    return { url, port: boundPort(server) ?? settings.port, close: () => server.close() };
  } catch (error) {
    await server.close();
    throw portUnavailable(host, settings.port, error);
  }
}

/** What cannot even be routed, such as a broken escape in the path, never reaches the error handler. */
function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { status, record } = describeFailure(error, request.id);
  reply.code(status).send(record);
}

async function createServer(parts: HttpParts): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: LARGEST_BODY,
    requestTimeout: LONGEST_REQUEST_MS,
    genReqId: () => randomUUID(),
    frameworkErrors: answerUnroutable,
  });
  logRequests(server, parts.log);
  answerFailures(server, parts.log);
  await server.register(helmet, securityHeaders);
  addHealth(server, parts.isReady);
  addExplain(server, parts.explain);
  addDrawing(server, parts);
  await addPage(server, parts);
  if (parts.slackListener) addSlackEvents(server, parts.slackListener, parts.log);
  if (parts.discourseWebhook) addDiscourseWebhook(server, parts.discourseWebhook);
  return server;
}

function boundPort(server: FastifyInstance): number | undefined {
  return server.addresses().find((address) => typeof address === "object")?.port;
}

function portUnavailable(host: string, port: number, error: unknown): ExplainIpError {
  const reason = Error.isError(error) && "code" in error ? String(error.code) : "no reason given";
  return new ExplainIpError(
    "port-unavailable",
    `The HTTP server cannot listen on ${host}, port ${port} (${reason}).`,
    "Stop what listens there, or set another EXPLAIN_IP_HOST or EXPLAIN_IP_PORT (0 takes any free port).",
    { cause: error },
  );
}
