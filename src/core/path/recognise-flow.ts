import type { FlowKind } from "../knowledge/flow.ts";
import { headAndTail } from "../question/recognise-topics.ts";
import type { Topic } from "../question/topic.ts";
import { flowLexicon } from "./flow-lexicon.ts";

/** A flow that a thread is about; `isSpoken` where its own words say so, and not only its topic. */
export type RecognisedFlow = { readonly flow: FlowKind; readonly isSpoken: boolean; readonly reason: string };

const intoCluster: readonly FlowKind[] = [
  "internet-to-load-balancer",
  "internet-to-ingress",
  "internet-to-node-port",
  "host-port",
  "through-mesh",
  "through-bastion",
];
const outOfCluster: readonly FlowKind[] = ["pod-to-internet", "container-to-internet", "pod-to-vpc"];

/** Topics that can be answered by following a flow: the flows each is about, the usual one first. */
const flowsOf: Partial<Readonly<Record<Topic, readonly FlowKind[]>>> = {
  "why-source": [
    "pod-to-service",
    ...intoCluster,
    ...outOfCluster,
    "through-vpn",
    "hairpin",
    "hairpin-load-balancer",
    "node-to-pod",
    "container-to-host",
  ],
  "how-it-works": ["pod-to-service"],
  "client-address-lost": intoCluster,
  "proxy-headers": ["internet-to-ingress", "internet-to-load-balancer"],
  "allow-outbound": outOfCluster,
  hairpin: ["hairpin", "hairpin-load-balancer"],
};

/** How one of these works is not told by how a pod is reached. */
const withoutFlow: readonly Topic[] = ["name-resolution", "bind-address", "notation", "multicast"];

/**
 * The flows that the topics of a thread call for, one a topic, each once. Of a topic's flows the one that the newest message
 * speaks of counts, then the one that an earlier message does. The usual one is for threads that speak of none in which a
 * source could be seen. `texts` has the newest message first.
 */
export function recogniseFlows(topics: readonly Topic[], texts: readonly string[]): readonly RecognisedFlow[] {
  const spoken = texts.flatMap((text) => flowsIn(headAndTail(text).toLowerCase()));
  const isOfOtherThings = topics.some((topic) => withoutFlow.includes(topic));
  const found = topics.flatMap((topic) => {
    const flows = flowsOf[topic] ?? [];
    const named = spoken.find(({ flow }) => flows.includes(flow));
    const [usual] = flows;
    const isOpen =
      usual !== "pod-to-service" || (spoken.length === 0 && !(topic === "how-it-works" && isOfOtherThings));
    return named ?? (usual && isOpen ? { flow: usual, isSpoken: false, reason: `${topic} is mostly about this` } : []);
  });
  return [...new Map(found.map((recognised) => [recognised.flow, recognised])).values()];
}

function flowsIn(text: string): readonly RecognisedFlow[] {
  return flowLexicon.flatMap(({ flow, patterns }) => {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    return match ? [{ flow, isSpoken: true, reason: `"${match[0]}" speaks of it` }] : [];
  });
}
