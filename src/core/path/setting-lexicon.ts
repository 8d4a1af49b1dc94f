import type { PlaceSettings, SettingName } from "../knowledge/place-settings.ts";

type Wording<Name extends SettingName> = {
  readonly value: PlaceSettings[Name];
  readonly pattern: RegExp;
  /** What it is when the words are denied: "without hostNetwork". Absent where a denial tells nothing. */
  readonly denied?: PlaceSettings[Name];
};

/** How people say what a place is like, in lower case; a setting nobody speaks of has no wording. */
export const settingLexicon: { readonly [Name in SettingName]: readonly Wording<Name>[] } = {
  family: [],
  dataplane: [
    { value: "ebpf", pattern: /\bkube-?proxy[- ]?(?:replacement|free)\b|\bebpf data ?plane\b/, denied: "iptables" },
    { value: "ipvs", pattern: /\bipvs\b/ },
    { value: "nftables", pattern: /\bkube-?proxy\b.{0,24}\bnftables\b|\bnftables mode\b/ },
  ],
  externalTrafficPolicy: [
    {
      value: "Local",
      pattern: /\bexternal ?traffic ?policy\W{0,6}(?:to |is |of |as )?\W{0,3}local\b/,
      denied: "Cluster",
    },
    {
      value: "Cluster",
      pattern: /\bexternal ?traffic ?policy\W{0,6}(?:to |is |of |as )?\W{0,3}cluster\b/,
      denied: "Local",
    },
    { value: "Local", pattern: /\b(?:set|setting|switch(?:ing)? to|policy) \W?local\b/ },
  ],
  endpoint: [{ value: "same-node", pattern: /\bpods? on the same node\b/, denied: "other-node" }],
  serviceMasquerade: [{ value: "all", pattern: /\bmasquerade-?all\b/, denied: "off" }],
  nodePortReply: [{ value: "direct", pattern: /\bdsr\b|\bdirect server return\b/, denied: "through-node" }],
  masquerade: [
    {
      value: "off",
      pattern: /(?:\b|_)externalsnat\W{0,3}true\b|\bdisable-default-snat\b|\bnat-?outgoing\W{0,3}false\b/,
    },
    { value: "off", pattern: /\benable-ipv4-masquerade\W{0,3}false\b|\bip-?masq\w*\W{0,3}(?:off|false|disabled)\b/ },
    {
      value: "off",
      pattern: /\b(?:disabl\w+|turn\w* off|without|switch\w* off|no) (?:the )?(?:ip-?)?(?:masq\w*|snat)\b/,
    },
  ],
  network: [{ value: "connected", pattern: /\bpeer(?:ed|ing)?\b|\btransit gateway\b|\bvpn\b|\bon-?prem\w*\b/ }],
  egress: [
    { value: "nat-gateway", pattern: /\bnat[- ]gateways?\b|\bcloud nat\b/, denied: "direct" },
    { value: "egress-node", pattern: /\begress ?(?:ip|gateway)\b/, denied: "direct" },
  ],
  loadBalancer: [
    { value: "proxy", pattern: /\b(?:l7|layer[- ]?7|tcp proxy|proxy(?:ing)?) (?:lb|load[- ]?balancer)/ },
    { value: "passthrough", pattern: /\b(?:l4|layer[- ]?4|passthrough|pass-through) (?:lb|load[- ]?balancer)/ },
  ],
  targets: [
    {
      value: "pods",
      pattern: /\bip targets?\b|\btarget-?type\W{0,3}ip\b|\bcontainer-native\b|\bnegs?\b/,
      denied: "nodes",
    },
  ],
  ipMode: [{ value: "Proxy", pattern: /\bipmode\W{0,4}proxy\b/ }],
  proxyProtocol: [{ value: "on", pattern: /\bproxy[- _]?protocol\b/, denied: "off" }],
  forwardedHeaders: [
    { value: "trusted", pattern: /\buse-forwarded-headers\W{0,4}true\b|\btrust\w* (?:the )?x-forwarded/ },
  ],
  ingress: [],
  mesh: [
    { value: "sidecar-transparent", pattern: /\btproxy\b/ },
    { value: "ambient", pattern: /\bambient\b|\bztunnel\b/ },
  ],
  hostNetwork: [{ value: "on", pattern: /\bhost-?network\b(?!\W{0,3}false)/, denied: "off" }],
  client: [],
  engine: [
    { value: "swarm", pattern: /\bswarm\b/ },
    { value: "userland-proxy", pattern: /\buserland[- ]proxy\b|\bdocker-proxy\b/, denied: "bridge" },
    { value: "rootless-proxy", pattern: /\brootlesskit\b|\bslirp4netns\b/ },
  ],
  vpn: [{ value: "routed", pattern: /\bsnat-subnet-routes\W{0,3}false\b|\bmasquerad\w* (?:off|disabled)\b/ }],
  vpnTarget: [],
};
