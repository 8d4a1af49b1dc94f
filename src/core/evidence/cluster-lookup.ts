/** One read-only look at a cluster. */
export type ClusterLookup =
  | { readonly kind: "address-holder"; readonly address: string }
  | { readonly kind: "service-by-name"; readonly namespace: string; readonly name: string };

/** A Kubernetes object as far as an answer needs it. `holds` are the addresses it has now. */
export type ClusterObject = {
  readonly kind: "Pod" | "Service" | "Node";
  readonly namespace?: string;
  readonly name: string;
  readonly holds: readonly string[];
  /** Plain remarks that matter for the address: "host network", "finished", "headless", "on node n1". */
  readonly remarks: readonly string[];
};

/**
 * What came of a lookup; all four are ordinary results. An address is reused over time, so `found` is a set with a time,
 * never one name. `observedAt` is an ISO time.
 */
export type LookupResult =
  | { readonly status: "found"; readonly objects: readonly ClusterObject[]; readonly observedAt: string }
  | { readonly status: "absent"; readonly observedAt: string; readonly caveat?: string }
  | { readonly status: "unavailable"; readonly reason: string }
  | { readonly status: "skipped"; readonly reason: string };

/** Answers each lookup in the order given. Never rejects: a cluster that does not answer is `unavailable`. */
export type LookUpCluster = (lookups: readonly ClusterLookup[]) => Promise<readonly LookupResult[]>;
