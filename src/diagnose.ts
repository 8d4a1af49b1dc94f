import { openJobStore } from "./adapters/database/open-job-store.ts";
import { reviewKnowledge } from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { surfaceReports } from "./connect-surfaces.ts";
import { describeError } from "./errors.ts";
import { storeLocation } from "./serve.ts";
import type { Diagnosis } from "./surfaces/cli/run-doctor.ts";

/** Looks at everything the bot stands on and says what is fine, off or broken. Posts nothing, changes nothing. */
export async function diagnose(config: Config): Promise<Diagnosis[]> {
  return [
    diagnoseRuntime(),
    diagnoseKnowledge(config),
    await diagnoseStore(config),
    ...surfaceReports(config).map(({ name, on, why }): Diagnosis => ({ name, state: on ? "ok" : "off", detail: why })),
    ...(await diagnoseCluster(config)),
    ...(await diagnoseDiscourse(config)),
  ];
}

function diagnoseRuntime(): Diagnosis {
  return { name: "Node", state: "ok", detail: process.version };
}

function diagnoseKnowledge(config: Config): Diagnosis {
  try {
    const { knowledge, problems } = reviewKnowledge(config);
    if (problems.length > 0) {
      const detail = `${problems.length} problems; \`explain-ip knowledge check\` names them`;
      return { name: "Knowledge", state: "broken", detail };
    }
    const detail = `${knowledge.version}: ${knowledge.products.size} products, ${knowledge.facts.size} facts, ${knowledge.articles.length} articles`;
    return { name: "Knowledge", state: "ok", detail };
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

async function diagnoseCluster({ cluster }: Config): Promise<Diagnosis[]> {
  if (!cluster) return [];
  const { checkCluster } = await import("./adapters/kubernetes/check-cluster.ts");
  const problems = await checkCluster(cluster);
  return problems.map(({ message, remedy }) => ({
    name: "Live cluster",
    state: "broken",
    detail: `${message} ${remedy}`,
  }));
}

async function diagnoseDiscourse({ discourse }: Config): Promise<Diagnosis[]> {
  if (!discourse) return [];
  const { connectDiscourse } = await import("./surfaces/discourse/connect-discourse.ts");
  const unused = async () => "duplicate" as const;
  const access = await connectDiscourse(discourse, { accept: unused, log: () => {} }).checkAccess();
  if (access.status !== "ready") return [{ name: "Discourse", state: "broken", detail: access.reason }];
  return access.warnings.map((detail) => ({ name: "Discourse", state: "ok", detail }));
}
