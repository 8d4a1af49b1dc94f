import type { Place } from "../place.ts";
import { deciding, proxying, type Stage } from "../route.ts";
import { passNodes } from "./pass-nodes.ts";

const label = "load balancer";
const itself: Readonly<Record<Place["loadBalancer"], readonly Stage[]>> = {
  "on-node": [],
  passthrough: [deciding("load-balancer", label, "internet-to-load-balancer")],
  "rewrites-source": [deciding("load-balancer", label, "internet-to-load-balancer")],
  "direct-return": [{ ...deciding("load-balancer", label, "internet-to-load-balancer"), repliesBypass: true }],
  proxy: [proxying("load-balancer", label, "internet-to-load-balancer")],
};

const behind: Readonly<Record<Place["targets"], (place: Place) => readonly Stage[]>> = {
  nodes: (place) => passNodes(place, "internet-to-load-balancer", "internet-to-node-port"),
  pods: () => [],
  service: () => [deciding("node", "node of the load balancer", "pod-to-service")],
};

/** The load balancer and what stands between it and the pods. */
export function passLoadBalancer(place: Place): readonly Stage[] {
  return [...itself[place.loadBalancer], ...behind[place.targets](place)];
}
