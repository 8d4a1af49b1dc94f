import { bindCalls, type ClusterCalls } from "./cluster-calls.ts";
import type { ClusterFailure, FailureKind, Reply } from "./cluster-failure.ts";
import { type ClusterSettings, defaultTimeoutMs } from "./cluster-settings.ts";
import { startDeadline } from "./deadline.ts";
import { openCluster } from "./open-cluster.ts";

/** Something about the cluster that keeps lookups from being answered, in whole sentences. */
export type ClusterProblem = { readonly message: string; readonly remedy: string };

/** These concern every request alike: one of them says it all. */
const general: ReadonlySet<FailureKind> = new Set([
  "kubeconfig",
  "credentials",
  "late",
  "unreachable",
  "not-kubernetes",
  "server-error",
]);

/** Makes each kind of request once, with the smallest reply there is; no problems means that every lookup will be answered. */
export async function checkCluster(settings: Omit<ClusterSettings, "now">): Promise<readonly ClusterProblem[]> {
  const opened = await openCluster(settings);
  if (!opened.ok) return [toProblem(opened.failure)];
  const calls = bindCalls(opened.value, startDeadline(settings.timeoutMs ?? defaultTimeoutMs));
  const failures = (await Promise.all(probe(calls))).flatMap((reply) => (reply.ok ? [] : [reply.failure]));
  const overall = failures.find(({ kind }) => general.has(kind));
  return (overall ? [overall] : failures).map(toProblem);
}

function probe(calls: ClusterCalls): Promise<Reply<unknown>>[] {
  const smallest = { limit: 1 };
  return [
    calls.listPods(smallest),
    calls.listServices(smallest),
    calls.listNodes(smallest),
    // Every cluster has this Service: it is the API server's own.
    calls.getService("default", "kubernetes"),
    calls.listEndpointSlices("default", "kubernetes"),
    probeIpAddress(calls),
  ];
}

/** No Service can have this address, so 404 is the good reply; servers before 1.33 give it too, and need no right for it. */
async function probeIpAddress(calls: ClusterCalls): Promise<Reply<unknown>> {
  const reply = await calls.getIpAddress("0.0.0.0");
  if (reply.ok || reply.failure.kind === "missing") return { ok: true, value: undefined };
  if (reply.failure.kind !== "refused") return reply;
  const doubt =
    "or the cluster is older than 1.33 and has none: the API answers the same to a narrow account, so Services are listed instead";
  return { ok: false, failure: { ...reply.failure, reason: `${reply.failure.reason}, ${doubt}` } };
}

function toProblem({ reason, remedy }: ClusterFailure): ClusterProblem {
  return { message: toSentence(reason), remedy: toSentence(remedy) };
}

function toSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
