import type { ClusterLookup, LookUpCluster, LookupResult } from "../../core/evidence/cluster-lookup.ts";
import { bindCalls } from "./cluster-calls.ts";
import { sayFailures } from "./cluster-failure.ts";
import { type ClusterSettings, defaultTimeoutMs } from "./cluster-settings.ts";
import { type ClusterView, viewCluster } from "./cluster-view.ts";
import { startDeadline } from "./deadline.ts";
import { lookUpAddress } from "./look-up-address.ts";
import { lookUpService } from "./look-up-service.ts";
import { openCluster } from "./open-cluster.ts";

/**
 * The live cluster of one kubeconfig context, read-only. Nothing is read or connected before the first lookup; a kubeconfig
 * that cannot be used makes every lookup `unavailable` and is read again with the next, one that can is kept.
 */
export function createClusterLookup(settings: ClusterSettings): LookUpCluster {
  let open: ReturnType<typeof openCluster> | undefined;
  return async (lookups) => {
    if (lookups.length === 0) return [];
    open ??= openCluster(settings);
    const opened = await open;
    if (!opened.ok) {
      open = undefined;
      return lookups.map(() => ({ status: "unavailable", reason: sayFailures([opened.failure]) }));
    }
    const deadline = startDeadline(settings.timeoutMs ?? defaultTimeoutMs);
    const view = viewCluster(bindCalls(opened.value, deadline));
    return Promise.all(lookups.map((lookup) => lookUp(lookup, view, settings.now)));
  };
}

function lookUp(lookup: ClusterLookup, view: ClusterView, now: () => Date): Promise<LookupResult> {
  switch (lookup.kind) {
    case "address-holder":
      return lookUpAddress(lookup.address, view, now);
    case "service-by-name":
      return lookUpService(lookup.namespace, lookup.name, view, now);
  }
}
