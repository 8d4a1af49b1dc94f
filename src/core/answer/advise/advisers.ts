import type { Adviser } from "./advice.ts";
import { adviseClusterRanges } from "./kinds/advise-cluster-ranges.ts";
import { adviseDockerPools } from "./kinds/advise-docker-pools.ts";
import { adviseIngressAllowlist } from "./kinds/advise-ingress-allowlist.ts";
import { adviseLoadBalancerSources } from "./kinds/advise-load-balancer-sources.ts";
import { adviseMasquerade } from "./kinds/advise-masquerade.ts";
import { adviseNetworkPolicy } from "./kinds/advise-network-policy.ts";
import { adviseProxyProtocol } from "./kinds/advise-proxy-protocol.ts";
import { adviseSecurityGroup } from "./kinds/advise-security-group.ts";
import { adviseSourceList } from "./kinds/advise-source-list.ts";
import { adviseTrafficPolicy } from "./kinds/advise-traffic-policy.ts";
import { adviseTrustedProxies } from "./kinds/advise-trusted-proxies.ts";

export type AdviceKind =
  | "network-policy"
  | "load-balancer-sources"
  | "ingress-allowlist"
  | "security-group"
  | "masquerade"
  | "proxy-protocol"
  | "trusted-proxies"
  | "traffic-policy"
  | "docker-pools"
  | "cluster-ranges"
  | "source-list";

/** Who gives which advice, the most particular first: an answer carries the first that applies and no other. */
export const advisers: Readonly<Record<AdviceKind, Adviser>> = {
  "network-policy": adviseNetworkPolicy,
  "load-balancer-sources": adviseLoadBalancerSources,
  "ingress-allowlist": adviseIngressAllowlist,
  "security-group": adviseSecurityGroup,
  masquerade: adviseMasquerade,
  "proxy-protocol": adviseProxyProtocol,
  "trusted-proxies": adviseTrustedProxies,
  "traffic-policy": adviseTrafficPolicy,
  "docker-pools": adviseDockerPools,
  "cluster-ranges": adviseClusterRanges,
  "source-list": adviseSourceList,
};
