import type { Adviser } from "./advice.ts";
import { adviseClusterRanges } from "./advise-cluster-ranges.ts";
import { adviseDockerPools } from "./advise-docker-pools.ts";
import { adviseIngressAllowlist } from "./advise-ingress-allowlist.ts";
import { adviseLoadBalancerSources } from "./advise-load-balancer-sources.ts";
import { adviseMasquerade } from "./advise-masquerade.ts";
import { adviseNetworkPolicy } from "./advise-network-policy.ts";
import { adviseProxyProtocol } from "./advise-proxy-protocol.ts";
import { adviseSecurityGroup } from "./advise-security-group.ts";
import { adviseSourceList } from "./advise-source-list.ts";
import { adviseTrafficPolicy } from "./advise-traffic-policy.ts";
import { adviseTrustedProxies } from "./advise-trusted-proxies.ts";

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
