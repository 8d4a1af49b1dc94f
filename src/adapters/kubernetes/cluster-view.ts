import type { V1Node, V1Pod, V1Service } from "@kubernetes/client-node";
import type { ClusterCalls, Page, PageQuery } from "./cluster-calls.ts";
import type { Reply } from "./cluster-failure.ts";
import { type Listing, readPages } from "./read-pages.ts";

/** What one set of lookups sees: the single requests, and the long lists, each read at most once for all of them. */
export type ClusterView = {
  readonly calls: ClusterCalls;
  readonly allPods: () => Promise<Reply<Listing<V1Pod>>>;
  readonly allServices: () => Promise<Reply<Listing<V1Service>>>;
  readonly allNodes: () => Promise<Reply<Listing<V1Node>>>;
};

/** A view for one set of lookups; it must not outlive them, since its lists grow old. */
export function viewCluster(calls: ClusterCalls): ClusterView {
  return {
    calls,
    allPods: readOnce(calls.listPods),
    allServices: readOnce(calls.listServices),
    allNodes: readOnce(calls.listNodes),
  };
}

function readOnce<T>(readPage: (query: PageQuery) => Promise<Reply<Page<T>>>): () => Promise<Reply<Listing<T>>> {
  let listing: Promise<Reply<Listing<T>>> | undefined;
  return () => {
    listing ??= readPages(readPage);
    return listing;
  };
}
