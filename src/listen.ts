import { renderPng } from "./adapters/image/render-png.ts";
import type { Explanation } from "./answer-question.ts";
import { answerRequestsOf } from "./answer-request.ts";
import type { Config } from "./config.ts";
import type { ConnectedSurfaces } from "./connect-surfaces.ts";
import { renderMarkdown } from "./core/answer/render-markdown.ts";
import type { Question } from "./core/question/question.ts";
import { describeError } from "./errors.ts";
import type { Log } from "./jobs/log.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";
import { renderTerminal } from "./surfaces/cli/render-terminal.ts";
import { type HttpServer, startHttpServer } from "./surfaces/http/start-http-server.ts";
import { renderAnswer } from "./surfaces/slack/render/render-answer.ts";

export type Listening = {
  readonly surfaces: ConnectedSurfaces;
  readonly explain: (question: Question) => Promise<Explanation>;
  /** Resolves when the store answers. */
  readonly ping: () => Promise<void>;
  readonly log: Log;
};

/** Opens the ways in: the HTTP server with everything mounted on it, and Slack's socket. Resolves to what closes them. */
export async function listen(config: Config, parts: Listening, io: CommandIo): Promise<() => Promise<void>> {
  const { surfaces } = parts;
  const server = await startServer(config, parts);
  try {
    await surfaces.start();
  } catch (error) {
    // A server that listens would keep a process alive that could not start.
    await server.close();
    throw error;
  }
  await io.print(`explain-ip is at ${server.url}`);
  for (const { name, on, why } of surfaces.reports) await io.print(`  ${on ? "on " : "off"}  ${name}: ${why}`);
  await io.print("Ctrl+C stops.");
  return async () => {
    try {
      await surfaces.stop();
    } finally {
      await server.close();
    }
  };
}

function startServer({ host, port }: Config, { surfaces, explain, ping, log }: Listening): Promise<HttpServer> {
  return startHttpServer(
    { host, port },
    {
      // Whoever reaches the port may ask, so the reply holds public knowledge only, however private the network is.
      explain: answerRequestsOf({ surface: "http", audience: "public-forum" }, explain),
      renderings: { slack: renderAnswer, forum: renderMarkdown, terminal: renderTerminal },
      renderPng,
      isReady: () => readiness(ping),
      surfaces: surfaces.reports,
      ...(surfaces.slackListener ? { slackListener: surfaces.slackListener } : {}),
      ...(surfaces.discourseWebhook ? { discourseWebhook: surfaces.discourseWebhook } : {}),
      log,
    },
  );
}

async function readiness(ping: () => Promise<void>) {
  try {
    await ping();
    return { ready: true, reasons: [] };
  } catch (error) {
    return { ready: false, reasons: [`The store does not answer: ${describeError(error)}`] };
  }
}
