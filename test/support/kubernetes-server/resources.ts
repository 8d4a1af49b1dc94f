/** What the stand-in serves, and by which fields each can be selected. */
export type Resource = {
  readonly plural: string;
  readonly kind: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly namespaced: boolean;
  readonly selectable: readonly string[];
  /** Selectable, but never equal to anything: measured for `status.podIPs`, which is a list and has no text. */
  readonly selectableInVain?: readonly string[];
};

const common = ["metadata.name", "metadata.namespace"];

export const resources: readonly Resource[] = [
  {
    plural: "pods",
    kind: "Pod",
    group: "",
    namespaced: true,
    selectable: [...common, "spec.nodeName", "status.phase", "status.podIP"],
    selectableInVain: ["status.podIPs"],
  },
  {
    plural: "services",
    kind: "Service",
    group: "",
    namespaced: true,
    selectable: [...common, "spec.clusterIP", "spec.type"],
  },
  { plural: "nodes", kind: "Node", group: "", namespaced: false, selectable: ["metadata.name"] },
  { plural: "endpointslices", kind: "EndpointSlice", group: "discovery.k8s.io", namespaced: true, selectable: common },
  {
    plural: "ipaddresses",
    kind: "IPAddress",
    group: "networking.k8s.io",
    namespaced: false,
    selectable: ["metadata.name"],
  },
  {
    plural: "servicecidrs",
    kind: "ServiceCIDR",
    group: "networking.k8s.io",
    namespaced: false,
    selectable: ["metadata.name"],
  },
];

/** What came with Kubernetes 1.33 (stable) and is not there on an older server. */
export const newResources: ReadonlySet<string> = new Set(["ipaddresses", "servicecidrs"]);

/** Selectors that older servers answer with 400. */
export const newSelectors: ReadonlySet<string> = new Set(["spec.clusterIP", "spec.type"]);
