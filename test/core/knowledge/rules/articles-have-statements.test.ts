import { describe, expect, it } from "@jest/globals";
import { articlesHaveStatements } from "../../../../src/core/knowledge/rules/articles-have-statements.ts";
import { sampleArticle, sampleItem, sampleReview } from "../../../support/sample-knowledge.ts";

describe("articles-have-statements", () => {
  it("passes an article that states something, with steps or without", () => {
    const articles = [sampleArticle("a"), sampleArticle("b", { steps: [sampleItem()], checks: [sampleItem()] })];
    expect(articlesHaveStatements.judge(sampleReview({ articles }))).toEqual([]);
  });

  it.each(["steps", "checks"] as const)("names an article of %s alone", (section) => {
    const articles = [sampleArticle("a", { statements: [], [section]: [sampleItem()] })];
    expect(articlesHaveStatements.judge(sampleReview({ articles }))).toMatchObject([
      { subject: { kind: "article", id: "a" } },
    ]);
  });
});
