import type { Place } from "../place.ts";
import { deciding, passing, type RouteRule, type Stage } from "../route.ts";
import { callingPod, podThatCalls } from "./ends.ts";

/** From a pod to a node's own address. */
export const podToNode: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(place), destination: { role: "node", owner: "receiver" } },
  stages: [leaveNode(place, "pod-to-node")],
  to: { at: "node", label: "called node" },
  receiver: { role: "node", owner: "receiver" },
});

/** From a pod to a machine in the same or a connected private network: what stands before the internet is not passed. */
export const podToVpc: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(place), destination: { role: "client", owner: "receiver" } },
  stages: [leaveNode(place, "pod-to-vpc")],
  to: { at: "server", label: "machine in the private network" },
  receiver: { role: "client", owner: "receiver" },
});

/** From a pod to the internet, through what stands between the node and the internet. */
export const podToInternet: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(place), destination: { role: "client", owner: "receiver" } },
  stages: beforeInternet[place.egress](place),
  to: { at: "server", label: "server on the internet" },
  receiver: { role: "client", owner: "receiver" },
});

/** What already has the node's address is not rewritten to it. */
function leaveNode({ hostNetwork }: Place, flow: "pod-to-node" | "pod-to-vpc" | "pod-to-internet"): Stage {
  const label = "node of the calling pod";
  return hostNetwork === "on" ? passing("node", label) : deciding("node", label, flow);
}

const beforeInternet: Readonly<Record<Place["egress"], (place: Place) => readonly Stage[]>> = {
  direct: (place) => [leaveNode(place, "pod-to-internet")],
  "nat-gateway": (place) => [
    leaveNode(place, "pod-to-internet"),
    deciding("nat-gateway", "NAT gateway", "pod-to-internet"),
  ],
  "load-balancer": (place) => [
    leaveNode(place, "pod-to-internet"),
    deciding("load-balancer", "outbound load balancer", "pod-to-internet"),
  ],
  "egress-node": () => [passing("node", "node of the calling pod"), deciding("node", "egress node", "pod-to-internet")],
};
