import type { Party } from "../hop.ts";
import type { Place } from "../place.ts";
import type { RouteEnd } from "../route.ts";

export const callingPod: RouteEnd = { at: "pod", label: "calling pod" };
export const calledPod: RouteEnd = { at: "pod", label: "called pod" };
export const outsideClient: RouteEnd = { at: "client", label: "client" };

export const client: Party = { role: "client", owner: "sender" };
export const service: Party = { role: "service", owner: "between" };
export const loadBalancer: Party = { role: "load-balancer", owner: "between" };
export const firstNode: Party = { role: "node", owner: "between" };

/** A pod with the node's network has no address but the node's. */
export function podThatCalls({ hostNetwork }: Place): Party {
  return { role: hostNetwork === "on" ? "node" : "pod", owner: "sender" };
}

/** As a receiver; see podThatCalls. */
export function podThatIsCalled({ hostNetwork }: Place): Party {
  return { role: hostNetwork === "on" ? "node" : "pod", owner: "receiver" };
}
