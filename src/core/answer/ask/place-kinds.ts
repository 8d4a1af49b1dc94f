import type { ProductKind } from "../../knowledge/product.ts";

/** The kinds of place that hand out addresses, as an answer to choose; kinds that are alike to a reader share one. */
const placeKinds: Partial<Readonly<Record<ProductKind, string>>> = {
  "managed-kubernetes": "a managed Kubernetes",
  distribution: "a Kubernetes of our own",
  "local-cluster": "a cluster on one machine",
  cni: "a Kubernetes of our own",
  kubernetes: "a Kubernetes of our own",
  runtime: "containers without Kubernetes",
  vpn: "a VPN",
  cloud: "virtual machines of a cloud",
  "network-provider": "an internet connection",
};

/** Undefined for what is no place: a proxy or a tool stands in one. */
export function placeKindOf(kind: ProductKind): string | undefined {
  return placeKinds[kind];
}
