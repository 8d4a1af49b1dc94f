import { describe, expect, it } from "@jest/globals";
import { countKnowledge } from "../../../src/core/knowledge/count-knowledge.ts";
import { rangeClaim, sampleArticle, sampleFact, sampleProduct, sampleSource } from "../../support/sample-knowledge.ts";

const range = { claim: rangeClaim("pod", "10.0.0.0/8") };
const fromCode = sampleSource({ kind: "code", checkedOn: "2026-01-01" });
const fromDocs = sampleSource({ kind: "vendor-docs", checkedOn: "2026-01-11" });

describe("countKnowledge", () => {
  const products = [
    sampleProduct("a", { facts: [sampleFact("a/1", { ...range, sources: [fromCode, fromDocs] })] }),
    sampleProduct("b", {
      facts: [
        sampleFact("b/1", { ...range, sources: [fromDocs] }),
        sampleFact("b/2", { ...range, sources: [] }),
        sampleFact("b/3", { ...range, sources: [fromCode] }),
      ],
    }),
  ];
  const counts = countKnowledge({ products, articles: [sampleArticle("x")] }, "2026-01-21");

  it("counts each kind of source once a fact", () => {
    expect(counts.factsBySourceKind).toEqual({ code: 2, "vendor-docs": 2, standard: 0, observed: 0 });
    expect(counts.factsWithoutSource).toBe(1);
  });

  it("says which share of the ranges rests on code", () => {
    expect(counts.rangesFromCode).toBe(0.5);
  });

  it("takes a fact to be as old as its newest reading", () => {
    // Ages: 10 days (read again on the 11th), 10 and 20; the fact without a source has none.
    expect(counts.medianAgeDays).toBe(10);
  });

  it("sorts products by how much is known of them", () => {
    expect(counts.productsByDepth).toEqual({ "1-2": 1, "3-5": 1, "6-10": 0, "11 or more": 0 });
  });

  it("counts nothing where there is nothing", () => {
    const empty = countKnowledge({ products: [], articles: [] }, "2026-01-21");
    expect([empty.facts, empty.rangesFromCode, empty.medianAgeDays]).toEqual([0, 0, 0]);
  });
});
