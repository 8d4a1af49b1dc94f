/** A conversation from A to B, named by where it starts and what it is addressed to. */
export type FlowKind =
  | "pod-to-pod"
  | "pod-to-service"
  | "pod-to-node"
  | "pod-to-vpc"
  | "pod-to-internet"
  | "internet-to-load-balancer"
  | "internet-to-node-port"
  | "internet-to-ingress"
  | "node-to-pod"
  | "host-port"
  | "hairpin"
  | "through-mesh"
  | "through-vpn"
  | "container-to-host"
  | "host-to-container"
  | "container-to-internet";
