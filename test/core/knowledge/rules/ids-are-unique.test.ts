import { describe, expect, it } from "@jest/globals";
import { idsAreUnique } from "../../../../src/core/knowledge/rules/ids-are-unique.ts";
import { sampleArticle, sampleFact, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const twice = [sampleFact("base/pods"), sampleFact("base/pods"), sampleFact("base/nodes")];

describe("ids-are-unique", () => {
  it("passes where every id is used once, and where a product and an article share one", () => {
    expect(idsAreUnique.judge(sampleReview())).toEqual([]);
    expect(idsAreUnique.judge(sampleReview({ articles: [sampleArticle("base")] }))).toEqual([]);
  });

  it.each([
    [
      "a product",
      { products: [sampleProduct("base"), sampleProduct("base", { facts: [] })] },
      { kind: "product", id: "base" },
      "product:base",
    ],
    [
      "a fact",
      { products: [sampleProduct("base", { facts: twice })] },
      { kind: "product", id: "base", fact: "base/pods" },
      "product:base/pods",
    ],
    [
      "an article",
      { articles: [sampleArticle("a"), sampleArticle("b"), sampleArticle("a")] },
      { kind: "article", id: "a" },
      "article:a",
    ],
  ])("names %s whose id is used twice", (_name, more, subject, value) => {
    expect(idsAreUnique.judge(sampleReview(more))).toMatchObject([{ subject, value }]);
  });

  it("names every use after the first", () => {
    const articles = [sampleArticle("a"), sampleArticle("a"), sampleArticle("a")];
    expect(idsAreUnique.judge(sampleReview({ articles }))).toHaveLength(2);
  });
});
