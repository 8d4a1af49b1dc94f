/** A kind of place that packets pass, or end at, on their way. */
export type HopPlace =
  | "client"
  | "pod"
  | "container"
  | "host"
  | "node"
  | "bridge"
  | "load-balancer"
  | "ingress-proxy"
  | "sidecar"
  | "node-proxy"
  | "port-proxy"
  | "nat-gateway"
  | "vpn-gateway"
  | "bastion"
  | "server";

/** How each place reads in a sentence, and after "the" in a drawing. */
export const hopPlaceNouns: Readonly<Record<HopPlace, string>> = {
  client: "client",
  pod: "pod",
  container: "container",
  host: "host",
  node: "node",
  bridge: "bridge",
  "load-balancer": "load balancer",
  "ingress-proxy": "ingress proxy",
  sidecar: "sidecar",
  "node-proxy": "mesh proxy of the node",
  "port-proxy": "port proxy",
  "nat-gateway": "NAT gateway",
  "vpn-gateway": "VPN gateway",
  bastion: "bastion",
  server: "server",
};
