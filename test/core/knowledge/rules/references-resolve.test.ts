import { describe, expect, it } from "@jest/globals";
import { referencesResolve } from "../../../../src/core/knowledge/rules/references-resolve.ts";
import { noConditions, sampleArticle, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

describe("references-resolve", () => {
  it("passes where every product that is named is there, in whatever order", () => {
    expect(referencesResolve.judge(sampleReview())).toEqual([]);
    const products = [...sampleReview().products].reverse();
    expect(referencesResolve.judge(sampleReview({ products }))).toEqual([]);
  });

  it("names each foundation that is not there, with those that are", () => {
    const products = [sampleProduct("cloud", { buildsOn: ["base", "ground"] })];
    const found = referencesResolve.judge(sampleReview({ products, articles: [] }));
    expect(found).toMatchObject([
      { subject: { kind: "product", id: "cloud" }, value: "base" },
      { subject: { kind: "product", id: "cloud" }, value: "ground" },
    ]);
    expect(found[0]?.remedy).toContain("Known: cloud.");
  });

  it("names each product of an article that is not there", () => {
    const articles = [sampleArticle("a", { when: { ...noConditions, products: ["cloud", "clowd"] } })];
    expect(referencesResolve.judge(sampleReview({ articles }))).toMatchObject([
      { subject: { kind: "article", id: "a" }, value: "clowd" },
    ]);
  });
});
