/**
 * What breaks when a network is given addresses that something with this role already uses: what routing by the longest prefix leads
 * to, in one plain sentence each.
 */
export const overlapConsequences = {
  pod: "Inside the cluster the shared addresses are pods, so pods and nodes cannot reach real hosts there.",
  service: "Nodes and pods take the shared addresses for Services, so they cannot reach real hosts there.",
  node: "A node and another host may get the same address, and only one of the two can be reached.",
  "load-balancer":
    "The load balancer and another host may answer for the same address, and clients reach one or the other.",
  join: "The cluster's nodes and routers use the shared addresses among themselves, so packets or replies for real hosts there get lost in the cluster.",
  transit:
    "The cluster's routers use the shared addresses among themselves, so packets for real hosts there do not leave it.",
  masquerade:
    "Each node keeps the shared addresses to itself, so it can neither reach real hosts there nor answer them.",
  dns: "Name lookups and all else for the shared address go to the resolver, so a real host there cannot be reached.",
  metadata: "The machine's metadata service answers at the shared address, so a real host there cannot be reached.",
  bridge:
    "The host sends packets for the shared addresses to its own bridge, so neither it nor its containers reach real hosts there.",
  vpn: "Of the VPN and the other network only the one with the more specific route can be reached under the shared addresses.",
  "control-plane":
    "Packets may reach another host in place of the control plane, or the control plane in place of another host.",
  gateway: "A host with the gateway's address competes with it, and its neighbours lose their way out.",
  "health-check":
    "Replies to health checks go to the local host with that address, so the load balancer takes a healthy backend for dead.",
  egress: "Replies to outgoing connections may reach another host with the same address, so connections hang.",
  "host-local": "The shared addresses never leave the host that uses them, so it cannot reach real hosts there.",
  "address-pool":
    "Networks created later are cut from this pool, and one that gets a shared block hides the real hosts there.",
  proxy: "The proxy takes packets for the shared addresses, so real hosts there cannot be reached through it.",
  loopback: "Loopback addresses never leave the machine, so no network can be reached under them.",
  client: "Replies to clients with a shared address stay in the local network and never arrive.",
} as const satisfies Readonly<Record<string, string>>;

/** The roles whose overlap can be explained; a role that is not here does not compile where overlaps are looked for. */
export type OverlapRole = keyof typeof overlapConsequences;

/** What breaks when two networks that are to be connected use the same addresses. */
export const sharedNetworkConsequence =
  "Networks that share addresses cannot be connected without NAT: each keeps packets for the shared addresses to itself.";
