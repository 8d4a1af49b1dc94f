import { describe, expect, it } from "@jest/globals";
import { everyStatementHasASource } from "../../../../src/core/knowledge/rules/every-statement-has-a-source.ts";
import {
  sampleArticle,
  sampleFact,
  sampleItem,
  sampleProduct,
  sampleReview,
} from "../../../support/sample-knowledge.ts";

const bare = sampleItem("Nobody said this.", []);

describe("every-statement-has-a-source", () => {
  it("passes sourced facts and items, and articles and products that state nothing", () => {
    expect(everyStatementHasASource.judge(sampleReview())).toEqual([]);
    const empty = { products: [sampleProduct("p", { facts: [] })], articles: [sampleArticle("a", { statements: [] })] };
    expect(everyStatementHasASource.judge(sampleReview(empty))).toEqual([]);
  });

  it("names each fact without one", () => {
    const facts = [sampleFact("p/a", { sources: [] }), sampleFact("p/b"), sampleFact("p/c", { sources: [] })];
    const found = everyStatementHasASource.judge(sampleReview({ products: [sampleProduct("p", { facts })] }));
    expect(found).toMatchObject([
      { subject: { kind: "product", id: "p", fact: "p/a" }, value: "What p/a says." },
      { subject: { kind: "product", id: "p", fact: "p/c" }, value: "What p/c says." },
    ]);
  });

  it.each(["statements", "steps", "checks"] as const)("names an item of %s without one", (section) => {
    const articles = [sampleArticle("a", { [section]: [sampleItem(), bare] })];
    expect(everyStatementHasASource.judge(sampleReview({ articles }))).toMatchObject([
      { subject: { kind: "article", id: "a" }, value: "Nobody said this." },
    ]);
  });
});
