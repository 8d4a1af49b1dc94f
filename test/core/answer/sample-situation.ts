import { assembleSituation } from "../../../src/core/answer/select/assemble-situation.ts";
import type { Situation } from "../../../src/core/answer/select/situation.ts";
import type { ClusterLookup, LookupResult } from "../../../src/core/evidence/cluster-lookup.ts";
import type { Article } from "../../../src/core/knowledge/article.ts";
import type { BehaviourClaim } from "../../../src/core/knowledge/fact.ts";
import { buildKnowledge, type Knowledge } from "../../../src/core/knowledge/knowledge.ts";
import type { Product } from "../../../src/core/knowledge/product.ts";
import { blockOfOne } from "../../../src/core/network/cidr.ts";
import type { Entities } from "../../../src/core/question/entities.ts";
import type { Question } from "../../../src/core/question/question.ts";
import type { NamedProduct, Reading } from "../../../src/core/question/reading.ts";
import type { Subject } from "../../../src/core/question/subject.ts";
import type { Topic } from "../../../src/core/question/topic.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import { addressAt, cidrAt } from "../../support/network-literals.ts";
import { addressClaim, rangeClaim, sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";
import { sampleQuestion } from "../../support/sample-question.ts";

const registry = loadRegistry();

export function behaviour(flow: BehaviourClaim["flow"], more: Partial<BehaviourClaim> = {}): BehaviourClaim {
  return { type: "behaviour", flow, source: "kept", destination: "kept", ...more };
}

/** Plain Kubernetes, a CNI, a managed Kubernetes built on both, a VPN, a container runtime, and a CNI with a join network. */
export const sampleProducts: readonly Product[] = [
  sampleProduct("kubernetes", {
    name: "Kubernetes",
    kind: "kubernetes",
    facts: [
      sampleFact("kubernetes/services", { claim: rangeClaim("service", "10.96.0.0/12") }),
      sampleFact("kubernetes/pod-to-service", {
        statement: "A Service call keeps the pod's address.",
        claim: behaviour("pod-to-service", { destination: "rewritten", destinationBecomes: "pod" }),
      }),
    ],
  }),
  sampleProduct("weft", {
    name: "Weft",
    facts: [
      sampleFact("weft/pods", { claim: rangeClaim("pod", "10.20.0.0/16") }),
      sampleFact("weft/out", {
        statement: "Packets to the internet carry the node's address.",
        claim: behaviour("pod-to-internet", { source: "rewritten", sourceBecomes: "node" }),
      }),
    ],
  }),
  sampleProduct("harbour", {
    name: "Harbour Kubernetes",
    kind: "managed-kubernetes",
    buildsOn: ["weft", "kubernetes"],
    facts: [
      sampleFact("harbour/pods", { claim: rangeClaim("pod", "100.64.0.0/15") }),
      sampleFact("harbour/services", { claim: rangeClaim("service", "10.32.0.0/20") }),
    ],
  }),
  sampleProduct("tailnet", {
    name: "Tailnet",
    kind: "vpn",
    facts: [
      sampleFact("tailnet/nodes", { claim: rangeClaim("vpn", "100.64.0.0/10") }),
      sampleFact("tailnet/dns", { claim: addressClaim("dns", "100.100.100.100") }),
    ],
  }),
  sampleProduct("docks", {
    name: "Docks",
    kind: "runtime",
    facts: [
      sampleFact("docks/bridge", { claim: rangeClaim("bridge", "172.17.0.0/16") }),
      sampleFact("docks/gateway", { claim: addressClaim("gateway", "172.17.0.1") }),
    ],
  }),
  sampleProduct("junction", {
    name: "Junction",
    facts: [sampleFact("junction/join", { claim: rangeClaim("join", "100.64.0.0/16") })],
  }),
];

export function sampleKnowledge(
  more: { readonly products?: readonly Product[]; readonly articles?: readonly Article[] } = {},
): Knowledge {
  const { products = sampleProducts, articles = [] } = more;
  return buildKnowledge({ version: "test", registry, products, articles });
}

/** A subject written as an address, or as a block with its prefix length. */
export function subjectAt(written: string, more: Partial<Subject> = {}): Subject {
  const isBlock = written.includes("/");
  return {
    written,
    block: isBlock ? cidrAt(written) : blockOfOne(addressAt(written)),
    kind: isBlock ? "block" : "address",
    inThread: false,
    ...more,
  };
}

export function named(product: string, more: Partial<NamedProduct> = {}): NamedProduct {
  return { product, reason: `"${product}" names ${product}`, inThread: false, ...more };
}

export const noEntities: Entities = {
  addresses: [],
  cidrs: [],
  ranges: [],
  hostnames: [],
  ports: [],
  findings: [],
  rejected: [],
};

export function sampleReading(
  more: Partial<Omit<Reading, "topics">> & { readonly topics?: readonly Topic[] } = {},
): Reading {
  const { topics = [], ...rest } = more;
  return {
    entities: noEntities,
    subjects: [],
    hostnames: [],
    products: [],
    ruledOut: [],
    asked: { attributes: new Set(), replies: [] },
    intent: { kind: "ask", reason: '"?" asks' },
    listings: [],
    text: "",
    ...rest,
    topics: topics.map((topic) => ({ topic, reason: `asks for ${topic}` })),
  };
}

type Parts = {
  readonly reading?: Reading;
  readonly question?: Partial<Question>;
  readonly knowledge?: Knowledge;
  readonly observations?: readonly { readonly lookup: ClusterLookup; readonly result: LookupResult }[];
};

/** A situation as the pipeline assembles it from what was read. */
export function sampleSituation({ reading, question, knowledge, observations = [] }: Parts = {}): Situation {
  return assembleSituation(
    sampleQuestion("q", question),
    reading ?? sampleReading(),
    knowledge ?? sampleKnowledge(),
    observations.map(({ lookup }) => lookup),
    observations.map(({ result }) => result),
  );
}
