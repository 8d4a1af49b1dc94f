import { describe, expect, it } from "@jest/globals";
import { compareKnowledge } from "../../../src/core/knowledge/compare-knowledge.ts";
import type { Fact } from "../../../src/core/knowledge/fact.ts";
import { buildKnowledge } from "../../../src/core/knowledge/knowledge.ts";
import { buildRegistry } from "../../../src/core/network/registry.ts";
import { rangeClaim, sampleFact, sampleProduct, sampleSource } from "../../support/sample-knowledge.ts";

function withFacts(...facts: Fact[]) {
  const products = [sampleProduct("p", { facts })];
  return buildKnowledge({ version: "1", registry: buildRegistry([]), products, articles: [] });
}
const fact = (more: Partial<Fact> = {}) => sampleFact("p/f", { claim: rangeClaim("pod", "10.0.0.0/8"), ...more });

describe("compareKnowledge", () => {
  it.each([
    ["another range", fact({ claim: rangeClaim("pod", "10.0.0.0/9") })],
    ["another role", fact({ claim: rangeClaim("service", "10.0.0.0/8") })],
    ["another sentence", fact({ statement: "Other words." })],
    ["another version", fact({ appliesTo: { since: "2" } })],
    ["another page", fact({ sources: [sampleSource({ url: "https://example.org/other" })] })],
  ])("sees %s as a change", (_, after) => {
    expect(compareKnowledge(withFacts(fact()), withFacts(after))).toEqual({ added: [], removed: [], changed: ["p/f"] });
  });

  it("sees no change in the same page read again", () => {
    const before = fact({ sources: [sampleSource({ checkedOn: "2026-01-01" })] });
    const after = fact({ sources: [sampleSource({ checkedOn: "2026-05-01" })] });
    expect(compareKnowledge(withFacts(before), withFacts(after)).changed).toEqual([]);
  });

  it("names what came and what went, in order", () => {
    const before = withFacts(sampleFact("p/b"), sampleFact("p/a"), sampleFact("p/kept"));
    const after = withFacts(sampleFact("p/kept"), sampleFact("p/z"), sampleFact("p/y"));
    expect(compareKnowledge(before, after)).toEqual({ added: ["p/y", "p/z"], removed: ["p/a", "p/b"], changed: [] });
  });
});
