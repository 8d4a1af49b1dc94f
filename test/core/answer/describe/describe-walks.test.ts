import { describe, expect, test } from "@jest/globals";
import { describeWalks } from "../../../../src/core/answer/describe/describe-walks.ts";
import type { Topic } from "../../../../src/core/question/topic.ts";
import { sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { behaviour, named, sampleKnowledge, sampleReading, sampleSituation } from "../sample-situation.ts";

function walks(text: string, topics: readonly Topic[], products: readonly string[] = []): string[] {
  const reading = sampleReading({ text, topics, products: products.map((id) => named(id)) });
  return describeWalks(sampleSituation({ reading })).map((piece) => piece.text);
}

const throughService =
  "The called pod sees the calling pod's own address; the Service's address is only ever the destination, exchanged for a pod's on the way.";
const toInternet = "Packets to the internet carry the node's address.";

describe("describeWalks", () => {
  test.each<[string, string, readonly Topic[], readonly string[], readonly string[]]>([
    ["who is the source in a cluster", "which pod calls the service", ["why-source"], [], [throughService]],
    ["the same on a named product that builds on it", "", ["why-source"], ["harbour"], [throughService]],
    ["what leaves the cluster", "", ["allow-outbound"], ["harbour"], [toInternet]],
    ["both are asked for", "", ["why-source", "allow-outbound"], ["harbour"], [throughService, toInternet]],
    ["two topics, one flow", "", ["why-source", "how-it-works"], ["harbour"], [throughService]],
    ["the client comes from outside", "pods", ["why-source", "client-address-lost"], ["harbour"], []],
    ["nobody speaks of a cluster", "from where is it", ["why-source"], [], []],
    ["nothing about a flow is asked", "", ["which-range"], ["harbour"], []],
    ["no fact about what leaves", "our pods", ["allow-outbound"], [], []],
  ])("%s", (_, text, topics, products, expected) => {
    expect(walks(text, topics, products)).toEqual(expected);
  });

  test("a walk rests on the fact that decides it", () => {
    const reading = sampleReading({ topics: ["allow-outbound"], products: [named("weft")] });
    const [piece] = describeWalks(sampleSituation({ reading }));
    expect(piece?.evidence.map(({ id }) => id)).toEqual(["fact:weft/out"]);
  });
});

const node = { source: "rewritten", sourceBecomes: "node" } as const;
const toPod = { destination: "rewritten", destinationBecomes: "pod" } as const;
const kubernetes = sampleProduct("kubernetes", {
  name: "Kubernetes",
  kind: "kubernetes",
  facts: [
    sampleFact("kubernetes/forwarding", {
      statement: "A forwarding load balancer keeps the client's address.",
      claim: behaviour("internet-to-load-balancer", {
        at: "load-balancer",
        under: { loadBalancer: ["passthrough"] },
        destination: "rewritten",
        destinationBecomes: "node",
      }),
    }),
    sampleFact("kubernetes/cluster", {
      statement: "With externalTrafficPolicy Cluster the node takes the client's place.",
      claim: behaviour("internet-to-load-balancer", {
        ...node,
        ...toPod,
        under: { externalTrafficPolicy: ["Cluster"] },
      }),
    }),
    sampleFact("kubernetes/local", {
      statement: "With externalTrafficPolicy Local the client's address is kept.",
      claim: behaviour("internet-to-load-balancer", { ...toPod, under: { externalTrafficPolicy: ["Local"] } }),
    }),
    sampleFact("kubernetes/masquerade-all", {
      statement: "With masqueradeAll the node takes the pod's place.",
      claim: behaviour("pod-to-service", { ...node, ...toPod, under: { serviceMasquerade: ["all"] } }),
    }),
  ],
});
const gate = sampleProduct("gate", {
  name: "Gate",
  kind: "ingress",
  buildsOn: ["kubernetes"],
  facts: [
    sampleFact("gate/to-pod", {
      statement: "Behind Gate a pod sees Gate.",
      claim: behaviour("internet-to-ingress", {
        source: "rewritten",
        sourceBecomes: "proxy",
        ...toPod,
        under: { ingress: ["in-cluster"] },
        clientIn: ["X-Forwarded-For"],
      }),
    }),
  ],
});
const knowledge = sampleKnowledge({ products: [kubernetes, gate] });

function told(text: string, topics: readonly Topic[], product = "kubernetes", thread: readonly string[] = []) {
  const reading = sampleReading({ text: [text, ...thread].join("\n"), topics, products: [named(product)] });
  const question = { text, thread: thread.map((earlier) => ({ text: earlier })) };
  return describeWalks(sampleSituation({ question, reading, knowledge }));
}

describe("describeWalks, of clients from outside", () => {
  test("says where the client gets lost", () => {
    expect(told("our load balancer hides the client", ["client-address-lost"]).map(({ text }) => text)).toEqual([
      "The called pod sees the node's address: the node that takes the packet puts it in place of the client's address.",
    ]);
  });

  test("says what a setting that is asked about would do, under the fact that then holds", () => {
    const pieces = told("would externalTrafficPolicy: Local help with our load balancer?", ["client-address-lost"]);
    const [first] = pieces.toSorted((a, b) => a.priority - b.priority);
    expect(first?.text).toBe(
      "With `externalTrafficPolicy: Local`, the called pod sees the client's address instead of the node's address.",
    );
    expect(first?.evidence[0]?.id).toBe("fact:kubernetes/local");
  });

  test("takes what an earlier message says of the place as given", () => {
    expect(
      told("why is the client lost?", ["client-address-lost"], "kubernetes", [
        "externalTrafficPolicy is Local here",
      ]).map(({ text }) => text),
    ).toEqual(["With externalTrafficPolicy Local the client's address is kept."]);
  });

  test("says that a header cannot know whom the node had hidden", () => {
    expect(
      told("X-Forwarded-For is wrong behind our ingress", ["proxy-headers"], "gate").map(({ text }) => text),
    ).toEqual([
      "Behind Gate a pod sees Gate.",
      "`X-Forwarded-For` does not hold the client's address then: the node that takes the packet replaces it before the ingress controller writes the header.",
    ]);
  });

  test("looks for the setting that brings about what was seen", () => {
    expect(told("pod -> service calls show the node ip as source", ["why-source"]).map(({ text }) => text)).toEqual([
      "With masqueradeAll the node takes the pod's place.",
    ]);
  });

  test("every sentence of our own has thirty words at most", () => {
    const own = [
      ...told("our load balancer hides the client, would externalTrafficPolicy: Local help?", ["client-address-lost"]),
      ...told("X-Forwarded-For is wrong behind our ingress", ["proxy-headers"], "gate"),
      ...told("what is seen", ["why-source"]),
    ];
    expect(own.map(({ text }) => text.split(" ").length).filter((words) => words > 30)).toEqual([]);
  });
});
