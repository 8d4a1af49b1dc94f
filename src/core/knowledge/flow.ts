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
  | "node-to-service"
  | "host-port"
  /** A pod that reaches itself through its own Service. */
  | "hairpin"
  /** A pod that calls the public address of its own load balancer. */
  | "hairpin-load-balancer"
  | "through-mesh"
  | "through-vpn"
  | "through-bastion"
  | "container-to-host"
  | "host-to-container"
  | "container-to-internet";
