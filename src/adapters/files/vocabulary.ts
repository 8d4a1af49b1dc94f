import type { FlowKind } from "../../core/knowledge/flow.ts";
import { type HopPlace, hopPlaceNouns } from "../../core/knowledge/hop-place.ts";
import type { NetworkRole } from "../../core/knowledge/network-role.ts";
import { roleTraits } from "../../core/knowledge/network-role.ts";
import type { ProductKind } from "../../core/knowledge/product.ts";
import { type AddressScope, addressScopes } from "../../core/network/address-scope.ts";
import type { Topic } from "../../core/question/topic.ts";

/** The keys of a total record: a word added to the union does not compile until it is added here too. */
export function words<T extends string>(all: Readonly<Record<T, unknown>>): [T, ...T[]] {
  return Object.keys(all) as [T, ...T[]];
}

export const roleWords = words<NetworkRole>(roleTraits);
export const hopPlaceWords = words<HopPlace>(hopPlaceNouns);
export const scopeWords = words<AddressScope>(addressScopes);

export const flowWords = words<FlowKind>({
  "pod-to-pod": 1,
  "pod-to-service": 1,
  "pod-to-node": 1,
  "pod-to-vpc": 1,
  "pod-to-internet": 1,
  "internet-to-load-balancer": 1,
  "internet-to-node-port": 1,
  "internet-to-ingress": 1,
  "node-to-pod": 1,
  "node-to-service": 1,
  "host-port": 1,
  hairpin: 1,
  "hairpin-load-balancer": 1,
  "through-mesh": 1,
  "through-vpn": 1,
  "through-bastion": 1,
  "container-to-host": 1,
  "host-to-container": 1,
  "container-to-internet": 1,
});

export const productKindWords = words<ProductKind>({
  "managed-kubernetes": 1,
  distribution: 1,
  cni: 1,
  runtime: 1,
  mesh: 1,
  vpn: 1,
  cloud: 1,
  "load-balancer": 1,
  ingress: 1,
  dns: 1,
  "local-cluster": 1,
  proxy: 1,
  tool: 1,
  "network-provider": 1,
  kubernetes: 1,
});

export const topicWords = words<Topic>({
  "what-is-address": 1,
  "which-range": 1,
  "why-source": 1,
  "client-address-lost": 1,
  "allow-inbound": 1,
  "allow-outbound": 1,
  overlap: 1,
  "change-range": 1,
  documented: 1,
  "how-it-works": 1,
  "name-resolution": 1,
  connectivity: 1,
  "network-policy": 1,
  "load-balancer": 1,
  metadata: 1,
  multicast: 1,
  "bind-address": 1,
  notation: 1,
  hairpin: 1,
  "proxy-headers": 1,
});
