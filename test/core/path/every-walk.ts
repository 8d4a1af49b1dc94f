import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import type { SettingName } from "../../../src/core/knowledge/place-settings.ts";
import { isWalk, type Walk } from "../../../src/core/path/walk.ts";
import { walkFlow } from "../../../src/core/path/walk-flow.ts";
import { allFlows, placesOver } from "./place-arbitraries.ts";
import { shippedFacts } from "./shipped-facts.ts";

/** What may decide a flow; every combination of these is walked. */
const settingsOf: Readonly<Record<FlowKind, readonly SettingName[]>> = {
  "pod-to-pod": ["mesh", "hostNetwork", "endpoint", "family"],
  "pod-to-service": ["dataplane", "serviceMasquerade", "mesh", "hostNetwork", "endpoint"],
  "pod-to-node": ["masquerade", "hostNetwork", "dataplane", "family"],
  "pod-to-vpc": ["masquerade", "network", "hostNetwork", "family"],
  "pod-to-internet": ["masquerade", "egress", "hostNetwork", "family"],
  "internet-to-load-balancer": [
    "loadBalancer",
    "targets",
    "externalTrafficPolicy",
    "endpoint",
    "dataplane",
    "nodePortReply",
    "proxyProtocol",
    "mesh",
    "hostNetwork",
  ],
  "internet-to-node-port": [
    "dataplane",
    "externalTrafficPolicy",
    "endpoint",
    "nodePortReply",
    "mesh",
    "hostNetwork",
    "engine",
  ],
  "internet-to-ingress": [
    "ingress",
    "loadBalancer",
    "externalTrafficPolicy",
    "endpoint",
    "proxyProtocol",
    "forwardedHeaders",
    "mesh",
    "targets",
  ],
  "node-to-pod": ["dataplane", "endpoint", "mesh", "masquerade"],
  "node-to-service": ["dataplane", "mesh", "endpoint"],
  "host-port": ["engine", "client", "family"],
  hairpin: ["dataplane", "mesh", "client"],
  "hairpin-load-balancer": ["ipMode", "dataplane", "externalTrafficPolicy", "loadBalancer", "mesh"],
  "through-mesh": ["mesh", "endpoint"],
  "through-vpn": ["vpn", "vpnTarget"],
  "through-bastion": ["vpn"],
  "container-to-host": ["engine"],
  "host-to-container": ["engine"],
  "container-to-internet": ["engine", "family"],
};

const meetings: readonly (readonly string[])[] = [
  ["kubernetes"],
  ["cilium"],
  ["calico"],
  ["k3s", "kubernetes"],
  ["ingress-nginx", "metallb", "istio", "kubernetes"],
  ["eks", "aws", "linkerd", "traefik"],
  ["docker", "podman", "cni-plugins", "tailscale", "openssh", "consul"],
];

const remembered = new Map<readonly string[], ReturnType<typeof shippedFacts>>();

/** A walk for every combination of what decides a flow, where several products meet: a thousand and more. */
export const everyWalk: readonly Walk[] = allFlows.flatMap((flow) =>
  placesOver(...settingsOf[flow]).flatMap((place) =>
    meetings.flatMap((products) => {
      const walk = walkFlow(flow, place, shippedFactsOf(products));
      return isWalk(walk) ? [walk] : [];
    }),
  ),
);

function shippedFactsOf(products: readonly string[]) {
  const known = remembered.get(products) ?? shippedFacts(...products);
  remembered.set(products, known);
  return known;
}
