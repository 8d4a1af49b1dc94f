/** What an address is for in the place it belongs to. */
export type NetworkRole =
  | "pod"
  | "service"
  | "node"
  | "load-balancer"
  | "join"
  | "transit"
  | "masquerade"
  | "dns"
  | "metadata"
  | "bridge"
  | "vpn"
  | "control-plane"
  | "gateway"
  | "health-check"
  | "egress"
  | "host-local"
  | "address-pool"
  | "proxy"
  | "loopback"
  | "client";

type RoleTraits = {
  /** How the role reads in a sentence: "a … address". */
  readonly noun: string;
  /** Whether a receiver can see such an address as the source of a connection. A Service's never is one. */
  readonly seenAsSource: boolean;
};

export const roleTraits: Readonly<Record<NetworkRole, RoleTraits>> = {
  pod: { noun: "pod", seenAsSource: true },
  service: { noun: "Service", seenAsSource: false },
  node: { noun: "node", seenAsSource: true },
  "load-balancer": { noun: "load balancer", seenAsSource: true },
  join: { noun: "internal join network", seenAsSource: true },
  transit: { noun: "internal transit network", seenAsSource: true },
  masquerade: { noun: "internal masquerade network", seenAsSource: true },
  dns: { noun: "DNS resolver", seenAsSource: false },
  metadata: { noun: "metadata service", seenAsSource: false },
  bridge: { noun: "bridge network", seenAsSource: true },
  vpn: { noun: "VPN", seenAsSource: true },
  "control-plane": { noun: "control plane", seenAsSource: true },
  gateway: { noun: "gateway", seenAsSource: true },
  "health-check": { noun: "health check", seenAsSource: true },
  egress: { noun: "egress", seenAsSource: true },
  "host-local": { noun: "host-local", seenAsSource: true },
  "address-pool": { noun: "address pool", seenAsSource: true },
  proxy: { noun: "proxy", seenAsSource: true },
  loopback: { noun: "loopback", seenAsSource: true },
  client: { noun: "client", seenAsSource: true },
};
