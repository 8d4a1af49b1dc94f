import { openJobStore } from "./adapters/database/open-job-store.ts";
import { reviewKnowledge } from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { DELIVERY_TIMEOUT_MS, type SurfaceReport, surfaceReports } from "./connect-surfaces.ts";
import { createLogger } from "./create-log.ts";
import { describeError } from "./errors.ts";
import { storeLocation } from "./serve.ts";
import type { Diagnosis } from "./surfaces/cli/run-doctor.ts";

/**
 * Looks at everything the bot stands on and says what is fine, off or broken. Posts nothing, takes no questions; a store
 * that is not there yet is made, since only that shows that it can be.
 */
export async function diagnose(config: Config): Promise<Diagnosis[]> {
  const connections = await Promise.all(surfaceReports(config).map((report) => diagnoseConnection(report, config)));
  return [diagnoseRuntime(), diagnoseKnowledge(config), await diagnoseStore(config), ...connections.flat()];
}

/** What came of asking the other side: sentences on what is broken, and remarks on what is not. */
type Findings = { readonly broken: readonly string[]; readonly remarks: readonly string[] };
const nothing: Findings = { broken: [], remarks: [] };

/** A model is not asked: each question to it costs, and every answer is complete without it. */
const checks: Readonly<Record<SurfaceReport["name"], (config: Config) => Promise<Findings>>> = {
  Slack: checkSlack,
  Discourse: checkDiscourse,
  "Language model": async () => nothing,
  "Live cluster": checkLiveCluster,
};

async function diagnoseConnection({ name, on, why }: SurfaceReport, config: Config): Promise<Diagnosis[]> {
  if (!on) return [{ name, state: "off", detail: why }];
  const { broken, remarks } = await checks[name](config);
  if (broken.length > 0) return broken.map((detail) => ({ name, state: "broken", detail }));
  return [{ name, state: "ok", detail: [why, ...remarks].join("; ") }];
}

function diagnoseRuntime(): Diagnosis {
  return { name: "Node", state: "ok", detail: process.version };
}

function diagnoseKnowledge(config: Config): Diagnosis {
  try {
    const { knowledge, problems, isSound } = reviewKnowledge(config);
    if (!isSound) {
      const detail = `${problems.length} problems; \`explain-ip knowledge check\` names them`;
      return { name: "Knowledge", state: "broken", detail };
    }
    const counts = `${knowledge.products.size} products, ${knowledge.facts.size} facts, ${knowledge.articles.length} articles`;
    const aged = problems.length > 0 ? `; ${problems.length} things to review, see \`explain-ip knowledge check\`` : "";
    return { name: "Knowledge", state: "ok", detail: `${knowledge.version}: ${counts}${aged}` };
  } catch (error) {
    return { name: "Knowledge", state: "broken", detail: describeError(error) };
  }
}

async function diagnoseStore(config: Config): Promise<Diagnosis> {
  const location = storeLocation(config);
  try {
    const store = await openJobStore(location);
    const counts = await store.countByState();
    await store.close();
    const detail = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
    return {
      name: "Store",
      state: "ok",
      detail: `${config.databaseUrl ? "Postgres" : location.file}: ${detail.join(", ")}`,
    };
  } catch (error) {
    return { name: "Store", state: "broken", detail: describeError(error) };
  }
}

/** The bot token alone: a socket opened with the app token would be handed questions that nobody here takes. */
async function checkSlack({ slack }: Config): Promise<Findings> {
  if (!slack) return nothing;
  const { connectSlack } = await import("./surfaces/slack/connect-slack.ts");
  try {
    await connectSlack({ ...slack, timeoutMs: DELIVERY_TIMEOUT_MS }, { accept: unused, log: createLogger("silent") });
    return nothing;
  } catch (error) {
    return { ...nothing, broken: [describeError(error)] };
  }
}

async function checkDiscourse({ discourse }: Config): Promise<Findings> {
  if (!discourse) return nothing;
  const { connectDiscourse } = await import("./surfaces/discourse/connect-discourse.ts");
  try {
    const settings = { ...discourse, timeoutMs: DELIVERY_TIMEOUT_MS };
    const access = await connectDiscourse(settings, { accept: unused, log: () => {} }).checkAccess();
    if (access.status !== "ready") return { ...nothing, broken: [access.reason] };
    return { ...nothing, remarks: access.warnings };
  } catch (error) {
    return { ...nothing, broken: [describeError(error)] };
  }
}

async function checkLiveCluster({ cluster }: Config): Promise<Findings> {
  if (!cluster) return nothing;
  const { checkCluster } = await import("./adapters/kubernetes/check-cluster.ts");
  const problems = await checkCluster(cluster);
  const broken = problems.map(({ message, remedy }) => `${message} ${remedy}`);
  return { broken, remarks: [`context ${cluster.context}`] };
}

async function unused(): Promise<"duplicate"> {
  return "duplicate";
}
