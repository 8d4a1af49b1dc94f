import { describe, expect, it } from "@jest/globals";
import type { BehaviourClaim } from "../../../../src/core/knowledge/fact.ts";
import { behavioursAreWhole } from "../../../../src/core/knowledge/rules/behaviours-are-whole.ts";
import { sampleFact, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (claim: Pick<BehaviourClaim, "source" | "destination"> & Partial<BehaviourClaim>) => {
  const whole: BehaviourClaim = { type: "behaviour", flow: "pod-to-service", ...claim };
  const products = [sampleProduct("p", { facts: [sampleFact("p/a", { claim: whole })] })];
  return behavioursAreWhole.judge(sampleReview({ products }));
};

describe("behaviours-are-whole", () => {
  it("passes facts that are no behaviour", () => {
    expect(behavioursAreWhole.judge(sampleReview())).toEqual([]);
  });

  it.each([
    ["nothing rewritten", { source: "kept", destination: "kept" }],
    ["the source rewritten", { source: "rewritten", sourceBecomes: "node", destination: "kept" }],
    [
      "both rewritten",
      { source: "rewritten", sourceBecomes: "node", destination: "rewritten", destinationBecomes: "pod" },
    ],
  ] as const)("passes %s", (_name, claim) => {
    expect(judge(claim)).toEqual([]);
  });

  it.each([
    ["rewritten to nothing said", { source: "rewritten", destination: "kept" }, ["The source is rewritten"]],
    [
      "kept and still becoming",
      { source: "kept", destination: "kept", destinationBecomes: "pod" },
      ["The destination is kept, and still said to become pod"],
    ],
    [
      "both ends wrong",
      { source: "rewritten", destination: "rewritten" },
      ["The source is rewritten", "The destination is rewritten"],
    ],
  ] as const)("names %s", (_name, claim, problems) => {
    const found = judge(claim);
    expect(found.map(({ problem }) => problem)).toEqual(problems.map((text) => expect.stringContaining(text)));
    for (const { subject } of found) expect(subject).toEqual({ kind: "product", id: "p", fact: "p/a" });
  });
});
