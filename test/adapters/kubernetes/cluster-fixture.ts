import { createClusterLookup } from "../../../src/adapters/kubernetes/create-cluster-lookup.ts";
import type { ClusterLookup, LookUpCluster } from "../../../src/core/evidence/cluster-lookup.ts";
import type { KubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import { standInContext, writeKubeconfig } from "../../support/kubernetes-server/write-kubeconfig.ts";

/** The moment at which every lookup of these tests is made. */
export const observedAt = "2026-03-04T05:06:07.000Z";
export const now = () => new Date(observedAt);

/** For servers that fall silent on purpose: long enough for all other requests, short enough to wait for. */
export const shortTimeoutMs = 1_000;

/** A lookup against the stand-in, with the account of a token. */
export async function connect(server: KubernetesServer, token?: string, timeoutMs?: number): Promise<LookUpCluster> {
  const kubeconfig = await writeKubeconfig(server, token);
  return createClusterLookup({ context: standInContext, kubeconfig, now, ...(timeoutMs ? { timeoutMs } : {}) });
}

export function holderOf(address: string): ClusterLookup {
  return { kind: "address-holder", address };
}

/** `namespace/name` */
export function serviceNamed(path: string): ClusterLookup {
  const [namespace = "", name = ""] = path.split("/");
  return { kind: "service-by-name", namespace, name };
}

/** One lookup and its one result. */
export async function lookUpOne(lookUp: LookUpCluster, lookup: ClusterLookup) {
  const [result] = await lookUp([lookup]);
  if (!result) throw new Error("a lookup has no result");
  return result;
}
