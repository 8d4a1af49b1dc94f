import { describe, expect, test } from "@jest/globals";
import type { AnswerDrawing } from "../../../src/core/answer/answer.ts";
import { composeFrom } from "../../../src/core/answer/compose-from.ts";
import { drawFlow } from "../../../src/core/answer/draw-flow.ts";
import { keepVerified } from "../../../src/core/answer/verify/verify-answer.ts";
import type { Topic } from "../../../src/core/question/topic.ts";
import { sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";
import { behaviour, named, sampleKnowledge, sampleReading, sampleSituation } from "./sample-situation.ts";

const fromNode = { source: "rewritten", sourceBecomes: "node" } as const;
const toPod = { destination: "rewritten", destinationBecomes: "pod" } as const;
const office = sampleProduct("kubernetes", {
  name: "Kubernetes",
  kind: "kubernetes",
  facts: [
    sampleFact("kubernetes/cluster", {
      claim: behaviour("internet-to-node-port", {
        ...fromNode,
        ...toPod,
        under: { externalTrafficPolicy: ["Cluster"] },
      }),
    }),
    sampleFact("kubernetes/local", {
      claim: behaviour("internet-to-node-port", { ...toPod, under: { externalTrafficPolicy: ["Local"] } }),
      visibility: "private",
    }),
  ],
});

function ask(text: string, topics: readonly Topic[], ...products: readonly string[]): AnswerDrawing | undefined {
  const reading = sampleReading({ text, topics, products: products.map((id) => named(id)) });
  return drawFlow(sampleSituation({ reading, question: { text } }));
}

function askOffice(text: string) {
  const reading = sampleReading({ text, topics: ["client-address-lost"], products: [named("kubernetes")] });
  return sampleSituation({
    reading,
    question: { text, addressed: true },
    knowledge: sampleKnowledge({ products: [office] }),
  });
}

describe("drawFlow", () => {
  test.each<[string, string, Topic, string | undefined]>([
    ["a flow in the thread's words", "pod -> service shows the pod's address, why", "why-source", "called pod"],
    ["calls between apps", "requests between our apps come from 100.64.3.7", "why-source", "called pod"],
    ["an arrow between apps", "front-end app -> back-end app, same cluster", "why-source", "called pod"],
    ["what leaves", "which address do our pods have on the internet", "allow-outbound", "server on the internet"],
    ["only the topic speaks for a flow", "who is that in our cluster", "why-source", undefined],
    ["no flow is asked about", "requests between our apps", "which-range", undefined],
    ["what happens is not known", "our ingress hides the client", "client-address-lost", undefined],
  ])("%s", (_, text, topic, receiver) => {
    const drawing = ask(text, [topic], "harbour");
    expect(drawing?.title.replace(/.* to the /, "")).toBe(receiver);
  });

  test("it rests on the facts that decide the flow", () => {
    expect(ask("outbound to the internet", ["allow-outbound"], "weft")?.evidence.map(({ id }) => id)).toEqual([
      "fact:weft/out",
    ]);
  });

  test("where a change is asked about, the flow after it is drawn", () => {
    const situation = askOffice("node port hides the client. What if I set externalTrafficPolicy: Local?");
    const drawing = drawFlow(situation);
    expect(drawing?.title).toBe("From the client to the called pod. With externalTrafficPolicy: Local");
    expect(drawing?.steps.at(-1)).toMatchObject({ name: "called pod", sees: { name: "client" } });
    expect(drawing?.notes.at(-1)).toEqual({ heading: "Assumed settings", text: "With externalTrafficPolicy: Local." });
  });
});

describe("an answer", () => {
  test("keeps its drawing as plain data, which a store gives back as it was", () => {
    const { drawing } = composeFrom(askOffice("node port hides the client. Why?"));
    expect(drawing?.title).toBe("From the client to the called pod");
    expect(JSON.parse(JSON.stringify(drawing))).toEqual(drawing);
  });

  test("loses a drawing of its own networks where others read it", () => {
    const answer = composeFrom(askOffice("node port hides the client. What if I set externalTrafficPolicy: Local?"));
    expect(answer.drawing?.evidence.some(({ isPrivate }) => isPrivate)).toBe(true);
    expect(keepVerified(answer, "internal-channel").drawing).toEqual(answer.drawing);
    expect("drawing" in keepVerified(answer, "public-forum")).toBe(false);
    expect("drawing" in keepVerified(answer, "shared-channel")).toBe(false);
  });
});
