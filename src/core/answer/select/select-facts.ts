import type { Fact } from "../../knowledge/fact.ts";
import type { FlowKind } from "../../knowledge/flow.ts";
import { factsInForce, type Knowledge } from "../../knowledge/knowledge.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import { shadowedBy } from "../../knowledge/shadowed-roles.ts";
import type { Reading } from "../../question/reading.ts";
import { speaksOfCluster } from "../../question/speaks-of-cluster.ts";
import type { Topic } from "../../question/topic.ts";

type Bearing = { readonly roles: readonly NetworkRole[]; readonly flows: readonly FlowKind[] };

const nothing: Bearing = { roles: [], flows: [] };
const ranges: Bearing = { roles: ["pod", "service"], flows: [] };

/** Which facts bear on a topic, in the order they are told. */
const bearings: Readonly<Record<Topic, Bearing>> = {
  "what-is-address": nothing,
  "which-range": ranges,
  // How a Service is reached is told by the walk.
  "why-source": nothing,
  "client-address-lost": {
    roles: [],
    flows: ["internet-to-load-balancer", "internet-to-node-port", "host-to-container"],
  },
  "allow-inbound": ranges,
  "allow-outbound": { roles: ["egress"], flows: ["pod-to-internet", "container-to-internet"] },
  overlap: { roles: ["address-pool", "pod", "service", "join", "bridge"], flows: [] },
  "change-range": ranges,
  documented: ranges,
  "how-it-works": nothing,
  "name-resolution": { roles: ["dns"], flows: [] },
  connectivity: nothing,
  "network-policy": nothing,
  "load-balancer": { roles: ["health-check"], flows: ["internet-to-load-balancer"] },
  metadata: { roles: ["metadata"], flows: [] },
  multicast: nothing,
  "bind-address": nothing,
  notation: nothing,
  hairpin: { roles: [], flows: ["hairpin"] },
  "proxy-headers": { roles: [], flows: ["internet-to-ingress", "internet-to-load-balancer"] },
};

const MOST_FACTS = 6;

/** The facts of the named products that bear on what is asked: the newest-named product's first, topics in their order. */
export function selectFacts(reading: Reading, knowledge: Knowledge): Fact[] {
  const wanted = reading.topics.map(({ topic }) => bearings[topic]);
  const implied = speaksOfCluster(reading) ? ["kubernetes"] : [];
  const named = reading.products.map(({ product }) => product);
  const selected = [...named, ...implied].flatMap((product) => {
    const facts = factsInForce(knowledge, product);
    return wanted.flatMap((bearing) => [
      // Ranges of a plain Kubernetes say nothing of a cluster that nobody named.
      ...(named.includes(product) ? bearing.roles.flatMap((role) => leadingFacts(facts, product, role)) : []),
      ...bearing.flows.flatMap((flow) =>
        facts.filter((fact) => fact.claim.type === "behaviour" && fact.claim.flow === flow).slice(0, 1),
      ),
    ]);
  });
  const isShadowed = shadowedBy(knowledge, named);
  return [...new Set(selected)].filter((fact) => !isShadowed(fact)).slice(0, MOST_FACTS);
}

/** A product's own account of a role; what it builds on speaks only where the product itself is silent. */
function leadingFacts(facts: readonly Fact[], product: string, role: NetworkRole): Fact[] {
  const telling = facts.filter(
    ({ claim }) => claim.type !== "behaviour" && claim.role === role && isCurrent(claim.status),
  );
  const own = telling.filter((fact) => fact.product === product);
  return (own.length > 0 ? own : telling).slice(0, 1);
}

function isCurrent(status: string): boolean {
  return status !== "example" && status !== "former";
}
