import type { Fact } from "./fact.ts";

export type ProductKind =
  | "managed-kubernetes"
  | "distribution"
  | "cni"
  | "runtime"
  | "mesh"
  | "vpn"
  | "cloud"
  | "load-balancer"
  | "ingress"
  | "dns"
  | "local-cluster"
  | "proxy"
  | "tool"
  | "network-provider"
  | "kubernetes";

/** Something that hands out or rewrites addresses. Facts of the products it builds on hold here too, unless it says otherwise. */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly kind: ProductKind;
  /** How people write it, lower case, besides id and name. */
  readonly aliases: readonly string[];
  /** True where id and name are everyday words too: they count only where they are written as a name. */
  readonly ordinaryName?: boolean;
  readonly buildsOn: readonly string[];
  readonly facts: readonly Fact[];
};
