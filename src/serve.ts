import { join } from "node:path";
import type { Logger } from "pino";
import { openJobStore } from "./adapters/database/open-job-store.ts";
import { buildExplainer, type Explainer } from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { connectSurfaces, DELIVERY_TIMEOUT_MS } from "./connect-surfaces.ts";
import type { Question } from "./core/question/question.ts";
import { createLogger, toLog } from "./create-log.ts";
import { followKnowledge } from "./follow-knowledge.ts";
import type { JobStore } from "./jobs/job-store.ts";
import type { Log } from "./jobs/log.ts";
import { startWorker, type Worker } from "./jobs/worker.ts";
import { listen } from "./listen.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";

const pace = { leaseMs: 4 * DELIVERY_TIMEOUT_MS + 4_000, concurrency: 4, pollMs: 1_000 };

/**
 * Runs the bot until it is told to stop: the store, the worker and, with `receiving`, everything that takes questions.
 * What is off is printed with the reason; nothing needs an account.
 */
export async function serve(
  config: Config,
  { receiving }: { readonly receiving: boolean },
  io: CommandIo,
  untilStopped: () => Promise<string>,
): Promise<void> {
  const logger = createLogger(config.logLevel);
  const log = toLog(logger);
  const explainer = await buildExplainer(config, log);
  const store = await openJobStore(storeLocation(config));
  const following = followKnowledge(config, explainer, log);
  try {
    await run(config, { receiving, store, explainer, logger, log }, io, untilStopped);
  } finally {
    following.close();
    // An open store would keep a process alive that could not start.
    await store.close();
  }
}

type Parts = {
  readonly receiving: boolean;
  readonly store: JobStore;
  readonly explainer: Explainer;
  readonly logger: Logger;
  readonly log: Log;
};

async function run(config: Config, parts: Parts, io: CommandIo, untilStopped: () => Promise<string>): Promise<void> {
  const { store, explainer, logger, log } = parts;
  let worker: Worker | undefined;
  const answer = async (question: Question) => (await explainer.explain(question)).answer;
  const accept = async (question: Question) => {
    const outcome = await store.enqueue(question);
    worker?.wake();
    return outcome;
  };
  const surfaces = await connectSurfaces(config, { accept, answerNow: answer, logger, log });
  // Heard before anybody is told that the bot is there: a signal that came in between would end it in the middle.
  const stopped = untilStopped();
  const stopReceiving = parts.receiving
    ? await listen(config, { surfaces, explain: explainer.explain, ping: store.ping, log }, io)
    : undefined;
  if (!parts.receiving) await io.print("Working on the questions in the store. Ctrl+C stops.");
  // Last of all, so that a bot that cannot take its port or reach Slack has begun nothing. What came until now is stored.
  worker = startWorker({ store, deliveries: surfaces.deliveries, answer, log, ...pace });
  log("stopping", { signal: await stopped });
  try {
    await stopReceiving?.();
  } finally {
    await worker.stop();
  }
}

/** Where the questions are kept: Postgres where its URL is set, else a file in the data folder. */
export function storeLocation({ databaseUrl, dataFolder }: Config) {
  return { file: join(dataFolder, "explain-ip.sqlite"), ...(databaseUrl ? { databaseUrl } : {}) };
}
