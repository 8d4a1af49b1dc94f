import { describe, expect, it } from "@jest/globals";
import { overridesResolve } from "../../../../src/core/knowledge/rules/overrides-resolve.ts";
import { sampleFact, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (overrides: string) => {
  const facts = [sampleFact("p/a", { overrides }), sampleFact("p/b")];
  return overridesResolve.judge(sampleReview({ products: [sampleProduct("p", { facts })] }));
};

describe("overrides-resolve", () => {
  it("passes a fact that stands in the place it asked for", () => {
    expect(judge("p/a")).toEqual([]);
  });

  it("names a fact that found its place missing or taken", () => {
    expect(judge("q/a")).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/a" }, value: "q/a" }]);
  });
});
