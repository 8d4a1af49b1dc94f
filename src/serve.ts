import { join } from "node:path";
import { openJobStore } from "./adapters/database/open-job-store.ts";
import { buildExplainer } from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { connectSurfaces } from "./connect-surfaces.ts";
import type { Question } from "./core/question/question.ts";
import { createLogger, toLog } from "./create-log.ts";
import { startWorker } from "./jobs/worker.ts";
import { listen } from "./listen.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";

/** No delivery takes longer than 5 s; the lease is more than four times that, so that no re-claim overtakes a post. */
const LEASE_MS = 24_000;
const JOBS_AT_ONCE = 4;
const POLL_MS = 1_000;

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
  const answer = async (question: Question) => (await explainer.explain(question)).answer;
  const accept = async (question: Question) => {
    const outcome = await store.enqueue(question);
    worker.wake();
    return outcome;
  };
  const surfaces = await connectSurfaces(config, { accept, answerNow: answer, logger, log });
  const { deliveries } = surfaces;
  const pace = { leaseMs: LEASE_MS, concurrency: JOBS_AT_ONCE, pollMs: POLL_MS };
  const worker = startWorker({ store, deliveries, answer, log, ...pace });
  const stopReceiving = receiving
    ? await listen(config, { surfaces, explain: explainer.explain, ping: store.ping, log }, io)
    : undefined;
  if (!receiving) await io.print("Working on the questions in the store. Ctrl+C stops.");
  log("stopping", { signal: await untilStopped() });
  await stopReceiving?.();
  await worker.stop();
  await store.close();
}

/** Where the questions are kept: Postgres where its URL is set, else a file in the data folder. */
export function storeLocation({ databaseUrl, dataFolder }: Config) {
  return { file: join(dataFolder, "explain-ip.sqlite"), ...(databaseUrl ? { databaseUrl } : {}) };
}
