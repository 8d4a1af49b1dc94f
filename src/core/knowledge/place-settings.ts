/**
 * What of a place decides the addresses on a packet's way. All unions are closed: a behaviour fact names the values under
 * which it holds, and a walk picks the facts by them.
 */
export type PlaceSettings = {
  readonly family: "ipv4" | "ipv6";
  /** What sends packets for a Service on to pods; `ebpf` is Cilium's replacement of kube-proxy, or Calico's. */
  readonly dataplane: "iptables" | "ipvs" | "nftables" | "ebpf" | "userland";
  readonly externalTrafficPolicy: "Cluster" | "Local";
  /** Where the called pod runs, seen from the node that the packet reaches first. */
  readonly endpoint: "same-node" | "other-node";
  /** Whether the node rewrites the source of calls to a Service from within the cluster. */
  readonly serviceMasquerade: "off" | "all";
  /** Whether the pod's reply goes back through the node that took the packet, or straight to the client (DSR). */
  readonly nodePortReply: "through-node" | "direct";
  /** Whether the source of what leaves the cluster for this destination is rewritten. */
  readonly masquerade: "on" | "off";
  /** Which private network a machine outside the cluster is in: the nodes' own, or one that is peered or linked by VPN. */
  readonly network: "own" | "connected";
  /** What stands between the node and the internet. */
  readonly egress: "direct" | "nat-gateway" | "load-balancer" | "egress-node";
  /** `on-node`: its address is one of the node's own, so that there is no load balancer to pass. */
  readonly loadBalancer: "on-node" | "passthrough" | "rewrites-source" | "direct-return" | "proxy";
  /** What the load balancer sends to: nodes, pods without a detour, or the Service's own address. */
  readonly targets: "nodes" | "pods" | "service";
  /** Whether nodes catch what is sent to the load balancer's address (`VIP`) or let it go there (`Proxy`). */
  readonly ipMode: "VIP" | "Proxy";
  readonly proxyProtocol: "off" | "on";
  /** What an ingress proxy does with a forwarded header that comes in. */
  readonly forwardedHeaders: "replaced" | "trusted";
  readonly ingress: "in-cluster" | "before-nodes" | "before-pods" | "before-server";
  readonly mesh: "none" | "sidecar" | "sidecar-transparent" | "ambient";
  /** Whether the pod has the node's network instead of one of its own. */
  readonly hostNetwork: "off" | "on";
  /** Where the client of a published port is. */
  readonly client: "outside" | "same-host";
  /** What runs the container; `none` is a pod of Kubernetes. */
  readonly engine:
    | "none"
    | "bridge"
    | "userland-proxy"
    | "rootless-proxy"
    | "rootless-direct"
    | "virtual-machine"
    | "swarm";
  readonly vpn: "rewrites-source" | "routed";
  /** What a VPN client is after. */
  readonly vpnTarget: "machine" | "pod";
};

export type SettingName = keyof PlaceSettings;

/** Values under which something holds; a setting that is not named may have any. */
export type SettingConditions = { readonly [Name in SettingName]?: readonly PlaceSettings[Name][] };

/** Each value as a clause that a sentence can begin with. */
export const settingClauses: { readonly [Name in SettingName]: Readonly<Record<PlaceSettings[Name], string>> } = {
  family: { ipv4: "Over IPv4", ipv6: "Over IPv6" },
  dataplane: {
    iptables: "With kube-proxy in iptables mode",
    ipvs: "With kube-proxy in ipvs mode",
    nftables: "With kube-proxy in nftables mode",
    ebpf: "With an eBPF data plane in place of kube-proxy",
    userland: "With kube-proxy in userland mode",
  },
  externalTrafficPolicy: {
    Cluster: "With `externalTrafficPolicy: Cluster`",
    Local: "With `externalTrafficPolicy: Local`",
  },
  endpoint: { "same-node": "If the pod is on the same node", "other-node": "If the pod is on another node" },
  serviceMasquerade: { off: "With `masqueradeAll` off", all: "With `masqueradeAll` on" },
  nodePortReply: { "through-node": "With replies through the node", direct: "With direct server return (DSR)" },
  masquerade: {
    on: "With masquerading on for this destination",
    off: "With masquerading off for this destination",
  },
  network: { own: "In the nodes' own network", connected: "In a connected network" },
  egress: {
    direct: "Without a NAT gateway",
    "nat-gateway": "Behind a NAT gateway",
    "load-balancer": "With egress through the load balancer",
    "egress-node": "Through an egress node",
  },
  loadBalancer: {
    "on-node": "With the load balancer's address on a node",
    passthrough: "With a load balancer that passes packets on",
    "rewrites-source": "With a load balancer that rewrites the source",
    "direct-return": "With a load balancer that leaves replies to the nodes",
    proxy: "With a load balancer that is a proxy",
  },
  targets: { nodes: "With nodes as targets", pods: "With pods as targets", service: "With the Service as target" },
  ipMode: { VIP: "With `ipMode: VIP`", Proxy: "With `ipMode: Proxy`" },
  proxyProtocol: { off: "Without the PROXY protocol", on: "With the PROXY protocol on" },
  forwardedHeaders: {
    replaced: "With incoming forwarded headers replaced",
    trusted: "With incoming forwarded headers trusted",
  },
  ingress: {
    "in-cluster": "With an ingress controller in the cluster",
    "before-nodes": "With a proxy before the nodes",
    "before-pods": "With a proxy that calls pods directly",
    "before-server": "With a proxy before the server",
  },
  mesh: {
    none: "Without a mesh",
    sidecar: "With a sidecar",
    "sidecar-transparent": "With a transparent sidecar",
    ambient: "In ambient mode",
  },
  hostNetwork: { off: "Without `hostNetwork`", on: "With `hostNetwork: true`" },
  client: { outside: "For clients outside the host", "same-host": "For clients on the same host" },
  engine: {
    none: "In a pod",
    bridge: "On a bridge network",
    "userland-proxy": "With the userland proxy",
    "rootless-proxy": "With a rootless port proxy",
    "rootless-direct": "Rootless without NAT",
    "virtual-machine": "In Docker's virtual machine",
    swarm: "Through Swarm's routing mesh",
  },
  vpn: {
    "rewrites-source": "With a VPN gateway that rewrites the source",
    routed: "With a VPN gateway that only routes",
  },
  vpnTarget: { machine: "Towards a machine behind the VPN", pod: "Towards a pod behind the VPN" },
};

/** The keys of the table, typed. */
export const settingNames = Object.keys(settingClauses) as readonly SettingName[];
