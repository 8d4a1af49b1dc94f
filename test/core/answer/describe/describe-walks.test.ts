import { describe, expect, test } from "@jest/globals";
import { describeWalks } from "../../../../src/core/answer/describe/describe-walks.ts";
import type { Topic } from "../../../../src/core/question/topic.ts";
import { named, sampleReading, sampleSituation } from "../sample-situation.ts";

function walks(text: string, topics: readonly Topic[], products: readonly string[] = []): string[] {
  const reading = sampleReading({ text, topics, products: products.map((id) => named(id)) });
  return describeWalks(sampleSituation({ reading })).map((piece) => piece.text);
}

const throughService = "A Service call keeps the pod's address.";
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
