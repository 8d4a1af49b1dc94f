import type { V1EndpointSlice, V1IPAddress, V1ListMeta, V1Node, V1Pod, V1Service } from "@kubernetes/client-node";
import type { Reply } from "./cluster-failure.ts";
import type { ClusterRequest } from "./cluster-request.ts";
import type { Deadline } from "./deadline.ts";
import { describeCallError, foreignReply, lateReply } from "./describe-call-error.ts";
import type { ClusterApis } from "./open-cluster.ts";

/** One page of a list; `metadata._continue` asks for the next. */
export type Page<T> = { readonly kind?: string; readonly items: T[]; readonly metadata?: V1ListMeta };
export type PageQuery = { readonly limit: number; readonly _continue?: string; readonly fieldSelector?: string };

/** Every request that is ever made to a cluster: get and list, nothing else. */
export type ClusterCalls = {
  readonly listPods: (query: PageQuery) => Promise<Reply<Page<V1Pod>>>;
  readonly listServices: (query: PageQuery) => Promise<Reply<Page<V1Service>>>;
  readonly listNodes: (query: PageQuery) => Promise<Reply<Page<V1Node>>>;
  readonly listEndpointSlices: (namespace: string, service: string) => Promise<Reply<Page<V1EndpointSlice>>>;
  readonly getService: (namespace: string, name: string) => Promise<Reply<V1Service>>;
  readonly getIpAddress: (address: string) => Promise<Reply<V1IPAddress>>;
};

/** How many EndpointSlices of one Service are read; a slice holds up to 100 endpoints. */
const MOST_SLICES = 20;

/** The requests, each under the same deadline. None rejects: what goes wrong is a reply too. */
export function bindCalls({ core, discovery, networking, endWith }: ClusterApis, deadline: Deadline): ClusterCalls {
  const options = endWith(deadline.signal);
  const run = <T extends { kind?: string }>(request: ClusterRequest, call: () => Promise<T>) =>
    ask(request, call, deadline);
  return {
    listPods: (query) => run({ verb: "list", resource: "pods" }, () => core.listPodForAllNamespaces(query, options)),
    listServices: (query) =>
      run({ verb: "list", resource: "services" }, () => core.listServiceForAllNamespaces(query, options)),
    listNodes: (query) => run({ verb: "list", resource: "nodes" }, () => core.listNode(query, options)),
    listEndpointSlices: (namespace, service) => {
      const labelSelector = `kubernetes.io/service-name=${service}`;
      const query = { namespace, labelSelector, limit: MOST_SLICES };
      return run({ verb: "list", resource: "endpointslices" }, () =>
        discovery.listNamespacedEndpointSlice(query, options),
      );
    },
    getService: (namespace, name) =>
      run({ verb: "get", resource: "services" }, () => core.readNamespacedService({ namespace, name }, options)),
    getIpAddress: (name) =>
      run({ verb: "get", resource: "ipaddresses" }, () => networking.readIPAddress({ name }, options)),
  };
}

async function ask<T extends { kind?: string }>(
  request: ClusterRequest,
  call: () => Promise<T>,
  { signal, passed }: Deadline,
): Promise<Reply<T>> {
  if (signal.aborted) return { ok: false, failure: lateReply };
  try {
    const value = await Promise.race([call(), passed]);
    // The library makes an object without a kind from any text it gets, even from an HTML page.
    return value.kind ? { ok: true, value } : { ok: false, failure: foreignReply };
  } catch (error) {
    return { ok: false, failure: signal.aborted ? lateReply : describeCallError(error, request) };
  }
}
