import { describe, expect, it } from "@jest/globals";
import { datesAreSane } from "../../../../src/core/knowledge/rules/dates-are-sane.ts";
import {
  sampleArticle,
  sampleFact,
  sampleItem,
  sampleProduct,
  sampleReview,
  sampleSource,
  today,
} from "../../../support/sample-knowledge.ts";

const tomorrow = sampleSource({ checkedOn: "2026-06-02" });

describe("dates-are-sane", () => {
  it("passes what was read up to today", () => {
    expect(datesAreSane.judge(sampleReview())).toEqual([]);
    const facts = [sampleFact("p/a", { sources: [sampleSource({ checkedOn: today })] })];
    expect(datesAreSane.judge(sampleReview({ products: [sampleProduct("p", { facts })] }))).toEqual([]);
  });

  it("names each source of a fact that was read in the future", () => {
    const facts = [sampleFact("p/a", { sources: [sampleSource(), tomorrow] })];
    const found = datesAreSane.judge(sampleReview({ products: [sampleProduct("p", { facts })] }));
    expect(found).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/a" }, value: "2026-06-02" }]);
    expect(found[0]?.remedy).toContain(today);
  });

  it.each(["statements", "steps", "checks"] as const)("names a source of %s that was read in the future", (section) => {
    const articles = [sampleArticle("a", { [section]: [sampleItem("So it is.", [tomorrow])] })];
    expect(datesAreSane.judge(sampleReview({ articles }))).toMatchObject([
      { subject: { kind: "article", id: "a" }, value: "2026-06-02" },
    ]);
  });
});
