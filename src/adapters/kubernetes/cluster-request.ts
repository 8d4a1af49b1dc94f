/** One kind of request as RBAC names it. deploy/rbac.yaml grants these and nothing else. */
export type ClusterRequest =
  | { readonly verb: "list"; readonly resource: "pods" | "services" | "nodes" | "endpointslices" }
  | { readonly verb: "get"; readonly resource: "services" | "ipaddresses" };
