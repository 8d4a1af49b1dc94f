/**
 * What of a place decides the addresses on a packet's way. All unions are closed: a behaviour fact names the values under
 * which it holds, and a walk picks the facts by them.
 */
export type PlaceSettings = {
  readonly family: "ipv4" | "ipv6";
  /** What sends packets for a Service on to pods; `ebpf` stands for Cilium and Calico's eBPF data plane. */
  readonly dataplane: "iptables" | "ipvs" | "nftables" | "ebpf" | "userland";
  readonly externalTrafficPolicy: "Cluster" | "Local";
  /** Where the chosen pod runs, seen from the node that the packet reaches first. */
  readonly endpoint: "same-node" | "other-node";
  /** Whether the node rewrites the source of calls to a Service from within the cluster (`masqueradeAll`). */
  readonly serviceMasquerade: "off" | "all";
  /** Whether the pod's reply goes back through the node that took the packet, or straight to the client (DSR). */
  readonly nodePortReply: "through-node" | "direct";
  /** Whether the source of what leaves the cluster for this destination is rewritten. */
  readonly masquerade: "on" | "off";
  readonly natGateway: "none" | "present";
  readonly loadBalancer: "passthrough" | "rewrites-source" | "direct-return" | "proxy";
  readonly proxyProtocol: "off" | "on";
  readonly mesh: "none" | "sidecar" | "sidecar-transparent" | "ambient";
  /** Whether the pod has the node's network instead of one of its own. */
  readonly hostNetwork: "off" | "on";
  /** Where the client of a host port or a published port is. */
  readonly client: "outside" | "same-host";
  readonly engine: "bridge" | "userland-proxy" | "rootless-proxy" | "rootless-direct" | "virtual-machine";
  readonly vpn: "rewrites-source" | "routed";
};

export type SettingName = keyof PlaceSettings;

/** Values under which something holds; a setting that is not named may have any. */
export type SettingConditions = { readonly [Name in SettingName]?: readonly PlaceSettings[Name][] };
