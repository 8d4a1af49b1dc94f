import type { ListedRole, ListingFinding } from "./listing-finding.ts";

type As = ListingFinding["as"];

/** How much each relation tells of whose an address is, the most telling first, and the role it decides. */
const relations: Readonly<Record<As, ListedRole | undefined>> = {
  "host-network": "node",
  pod: "pod",
  service: "service",
  "rule-service": "service",
  node: "node",
  "node-external": "node",
  "service-external": undefined,
  machine: undefined,
  ingress: undefined,
  container: undefined,
  "docker-gateway": "gateway",
  interface: undefined,
  "conntrack-sent-on": undefined,
  "conntrack-untouched": undefined,
  "conntrack-answers": undefined,
  "conntrack-hidden": undefined,
  "conntrack-hides": undefined,
  "rule-sent-on": undefined,
  "rule-endpoint": undefined,
  "rule-receives": undefined,
  "rule-hides": undefined,
  "rule-hidden": undefined,
  endpoint: undefined,
  "node-of-pod": "node",
  named: undefined,
  "host-name": undefined,
  "dns-answer": undefined,
  nameserver: undefined,
  "dns-server": undefined,
  "next-hop": undefined,
  "route-source": undefined,
  forwarded: undefined,
  "log-client": undefined,
  "log-upstream": undefined,
  hop: undefined,
  "capture-source": undefined,
  "capture-destination": undefined,
  "conntrack-kept": undefined,
  "pod-block": "pod",
  "docker-subnet": undefined,
  "rule-masquerade": undefined,
  "interface-network": undefined,
  route: undefined,
};

const order = new Map(Object.keys(relations).map((as, i) => [as, i]));

/** Low for what tells most. */
export function rankListed(as: As): number {
  return order.get(as) ?? order.size;
}

export function roleListedAs(as: As): ListedRole | undefined {
  return relations[as];
}
