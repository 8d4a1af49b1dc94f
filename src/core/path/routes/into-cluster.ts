import type { Party } from "../hop.ts";
import type { Place } from "../place.ts";
import { deciding, proxying, type Route, type RouteEnd, type RouteRule, type Stage } from "../route.ts";
import {
  calledPod,
  callingPod,
  client,
  firstNode,
  loadBalancer,
  outsideClient,
  podThatCalls,
  podThatIsCalled,
} from "./ends.ts";
import { passLoadBalancer } from "./pass-load-balancer.ts";
import { passMesh } from "./pass-mesh.ts";
import { passNodes } from "./pass-nodes.ts";

/** From outside to a Service's node port. Swarm's routing mesh is the same for tasks. */
export const internetToNodePort: RouteRule = (place) => {
  if (place.engine === "swarm") return toSwarmTask;
  const stages = [...passNodes(place, "internet-to-node-port"), ...passMesh(place)];
  return { from: outsideClient, sent: { source: client, destination: firstNode }, stages, ...toPod(place) };
};

const toSwarmTask: Route = {
  from: outsideClient,
  sent: { source: client, destination: firstNode },
  stages: [deciding("host", "node that takes the packet", "internet-to-node-port")],
  to: { at: "container", label: "task" },
  receiver: { role: "transit", owner: "receiver" },
};

/** From outside to the address of a load balancer. */
export const internetToLoadBalancer: RouteRule = (place) => ({
  from: outsideClient,
  sent: { source: client, destination: loadBalancer },
  stages: [...passLoadBalancer(place), ...passMesh(place)],
  ...toPod(place),
});

/** From a pod to the address of its own load balancer: nodes catch it, or it goes out and comes back in. */
export const hairpinLoadBalancer: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls({ ...place, hostNetwork: "off" }), destination: loadBalancer },
  stages:
    place.ipMode === "VIP"
      ? [deciding("node", "node of the calling pod", "hairpin-load-balancer"), ...passMesh(place)]
      : [
          deciding("node", "node of the calling pod", "pod-to-internet"),
          ...passLoadBalancer(place),
          ...passMesh(place),
        ],
  ...toPod({ ...place, hostNetwork: "off" }),
});

/** From outside through a proxy that knows HTTP, wherever it stands. */
export const internetToIngress: RouteRule = (place) => {
  const { destination, ...rest } = byIngress[place.ingress](place);
  return { from: outsideClient, sent: { source: client, destination }, ...rest };
};

type Arrival = { readonly to: RouteEnd; readonly receiver: Party };
type ThroughIngress = Arrival & { readonly destination: Party; readonly stages: readonly Stage[] };

const proxyInFront: Party = { role: "proxy", owner: "between" };

const byIngress: Readonly<Record<Place["ingress"], (place: Place) => ThroughIngress>> = {
  "in-cluster": (place) => ({
    destination: loadBalancer,
    stages: [
      ...passLoadBalancer(place).map(toController),
      proxying("ingress-proxy", "ingress controller", "internet-to-ingress"),
      ...passMesh(place),
    ],
    ...toPod(place),
  }),
  "before-nodes": (place) => ({
    destination: proxyInFront,
    stages: [
      proxying("load-balancer", "load balancer", "internet-to-ingress"),
      ...passNodes(place, "internet-to-node-port"),
      ...passMesh(place),
    ],
    ...toPod(place),
  }),
  "before-pods": (place) => ({
    destination: proxyInFront,
    stages: [proxying("ingress-proxy", "proxy in front", "internet-to-ingress"), ...passMesh(place)],
    ...toPod(place),
  }),
  "before-server": () => ({
    destination: proxyInFront,
    stages: [proxying("ingress-proxy", "proxy in front", "internet-to-ingress")],
    to: { at: "server", label: "server behind the proxy" },
    receiver: { role: "node", owner: "receiver" },
  }),
};

/** An ingress controller in the cluster is a pod itself, and what stands before it leads to that pod. */
function toController(stage: Stage): Stage {
  return { ...stage, label: stage.label.replace("called pod", "ingress controller"), leadsToProxy: true };
}

function toPod(place: Place): Arrival {
  return { to: calledPod, receiver: podThatIsCalled(place) };
}
