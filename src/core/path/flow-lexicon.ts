import type { FlowKind } from "../knowledge/flow.ts";

/**
 * How people speak of each flow, in lower case; every pattern is linear. Tried in this order: what is special comes before
 * what it is a special case of, and the flow that talk of a cluster mostly means comes last.
 */
export const flowLexicon: readonly { readonly flow: FlowKind; readonly patterns: readonly RegExp[] }[] = [
  {
    flow: "hairpin-load-balancer",
    patterns: [
      /\bhairpin[- ]proxy\b/,
      /\b(?:from|inside|in) (?:a|the|our|my) pods?\b.{0,80}\b(?:own|its|our|the) .{0,24}\b(?:public|external|lb|load[- ]?balancer|fqdn)\b/,
      /\bpods? .{0,60}\b(?:own|our) (?:public|external|lb|load[- ]?balancer)/,
      /\b(?:own|its|our) (?:service|app|site) through (?:its|the|our) (?:public|external|lb|load[- ]?balancer)/,
    ],
  },
  {
    flow: "hairpin",
    patterns: [
      /\bpods? .{0,40}\b(?:reach|call|connect|talk)\w* (?:to )?(?:itself|themselves)\b/,
      /\b(?:its|their) own service\b/,
      /\bhairpin/,
    ],
  },
  {
    flow: "pod-to-service",
    patterns: [
      /\b(?:pods?|apps?) ?(?:->|→|=>|to|via|through) ?(?:a |an? other |the |our )?(?:service|svc|cluster-?ip)s?\b/,
    ],
  },
  { flow: "through-bastion", patterns: [/\bbastion\b/, /\bjump ?(?:host|box|server)\b/, /\bproxyjump\b|\bssh -j\b/] },
  {
    flow: "through-mesh",
    patterns: [
      /\bsidecars?\b/,
      /\bservice mesh\b/,
      /\bztunnel\b|\bambient\b/,
      /\bproxy injected\b/,
      /\binbound passthrough/,
    ],
  },
  {
    flow: "pod-to-vpc",
    patterns: [
      /\bpods?\b.{0,80}\b(?:vpc|vnet|peer(?:ed|ing)?|on-?prem\w*|private network|rds|database|vpn)\b/,
      /\b(?:vpc|vnet|peer(?:ed|ing)?|on-?prem\w*|private network|rds)\b.{0,80}\bpods?\b/,
      /\b(?:over|through|via) (?:a |the |our )?(?:peering|transit gateway|direct connect|expressroute)\b/,
    ],
  },
  {
    flow: "through-vpn",
    patterns: [
      /\bsubnet[- ]router\b/,
      /\brouting peer\b/,
      /\b(?:over|through|via|from) (?:the |our |my )?(?:vpn|tailnet|wireguard|openvpn)\b/,
    ],
  },
  {
    flow: "container-to-internet",
    patterns: [/\bcontainers?\b.{0,60}\b(?:outgoing|outbound|egress|internet|outside)\b/],
  },
  {
    flow: "container-to-host",
    patterns: [
      /\bcontainers?\b.{0,60}\b(?:reach|connect|talk|call)\w*\b.{0,20}\bhost\b/,
      /\bhost\.docker\.internal\b|\bhost-gateway\b/,
    ],
  },
  {
    flow: "host-port",
    patterns: [
      /\bhost ?ports?\b/,
      /\bpublish(?:ed|ing)? (?:a |the )?ports?\b|\bports? (?:is |are )?published\b/,
      /\b(?:docker|podman|compose|containers?)\b.{0,120}\b(?:sees?|logs?|shows?|client|visitors?|remote)\b/,
    ],
  },
  {
    flow: "internet-to-ingress",
    patterns: [
      /\bingress(?!es? traffic)\b/,
      /\bx-forwarded-for\b|\bx-real-ip\b/,
      /\breverse proxy\b/,
      /\bapplication load balancer\b|\balb\b/,
    ],
  },
  { flow: "internet-to-node-port", patterns: [/\bnode ?ports?\b/, /\brouting mesh\b|\bswarm\b/] },
  {
    flow: "internet-to-load-balancer",
    patterns: [/\bload[- ]?balancers?\b|\b[ng]lb\b|\blb\b/, /\bexternaltrafficpolicy\b/, /\bexternal[- ]?ip\b/],
  },
  {
    flow: "pod-to-internet",
    patterns: [
      /\b(?:outgoing|outbound|egress)\b/,
      /\b(?:to|on|towards?|sees?) (?:the )?internet\b|\bthe internet sees?\b/,
      /\b(?:vendor|partner|bank|third[- ]party)s? (?:sees?|gets?|logs?)\b|\bwebsites?\b.{0,20}\bsees?\b/,
      /\bip-?masq\b|\bnonmasqueradecidrs\b|\bexternal-?snat\b|\bdefault[- ]snat\b|\bsnat ports?\b/,
      // A short question is its noun: "eks snat?"
      /^.{0,30}\b(?:snat|masquerad\w{1,4})\b.{0,30}$/,
      /\bleav(?:es?|ing) (?:the|our) cluster\b/,
    ],
  },
  {
    flow: "node-to-pod",
    patterns: [/\b(?:kubelet|liveness|readiness|probes?)\b/, /\bfrom (?:a|the|our) (?:node|host) to (?:a|the) pod\b/],
  },
  {
    flow: "pod-to-service",
    patterns: [
      /\b(?:requests?|calls?|traffic|connections?|talk)\b.{0,40}\bbetween\b.{0,40}\b(?:apps?|applications?|(?:micro)?services?|pods|workloads|containers)\b/,
      /\b(?:apps?|pods?|(?:front|back)-?end|services?) ?(?:->|→|=>) ?(?:[a-z-]{1,20} ){0,2}(?:apps?|pods?|(?:front|back)-?end|services?)\b/,
      /\b(?:from|between) (?:one|an?|our|my|two|the) (?:app|pod|(?:micro)?service|workload)s? (?:to|and) (?:the |an?)?other\b/,
    ],
  },
];
