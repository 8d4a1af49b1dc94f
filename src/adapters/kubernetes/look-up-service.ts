import type { V1EndpointSlice, V1Service } from "@kubernetes/client-node";
import type { LookupResult } from "../../core/evidence/cluster-lookup.ts";
import type { Page } from "./cluster-calls.ts";
import { type Reply, sayFailures } from "./cluster-failure.ts";
import type { ClusterView } from "./cluster-view.ts";
import { isAlias, toServiceObject } from "./service-object.ts";

/** A name of RFC 1123, section 2.1, as Kubernetes takes it for Services and namespaces. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The Service behind a cluster host name: its addresses, its kind, and how many of its endpoints are ready. */
export async function lookUpService(
  namespace: string,
  name: string,
  view: ClusterView,
  now: () => Date,
): Promise<LookupResult> {
  if (!label.test(namespace) || !label.test(name)) {
    return { status: "skipped", reason: `${name}.${namespace} cannot be the name of a Service` };
  }
  const [service, slices] = await Promise.all([
    view.calls.getService(namespace, name),
    view.calls.listEndpointSlices(namespace, name),
  ]);
  const observedAt = now().toISOString();
  if (service.ok) {
    const object = toServiceObject(service.value, []);
    const remarks = [...object.remarks, ...remarkOnEndpoints(service.value, slices)];
    return { status: "found", objects: [{ ...object, remarks }], observedAt };
  }
  if (service.failure.kind === "missing") return { status: "absent", observedAt };
  return { status: "unavailable", reason: sayFailures([service.failure]) };
}

/** Endpoints are an extra: where they cannot be read, nothing is said about them. */
function remarkOnEndpoints(service: V1Service, slices: Reply<Page<V1EndpointSlice>>): string[] {
  if (!slices.ok || isAlias(service)) return [];
  const count = countReady(slices.value.items ?? []);
  return [count === 1 ? "1 ready endpoint" : `${count || "no"} ready endpoints`];
}

/**
 * A dual-stack Service has its pods in a slice of each family: the pod counts once. An endpoint whose readiness is not told is
 * to be taken as ready (discovery.k8s.io/v1, EndpointConditions).
 */
function countReady(slices: readonly V1EndpointSlice[]): number {
  const ready = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false);
  return new Set(ready.map(({ targetRef, addresses }) => targetRef?.uid ?? addresses[0])).size;
}
