import { describe, expect, it } from "@jest/globals";
import type { ArticleConditions } from "../../../../src/core/knowledge/article.ts";
import { articlesCanBeReached } from "../../../../src/core/knowledge/rules/articles-can-be-reached.ts";
import { noConditions, sampleArticle, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (when: Partial<ArticleConditions>) =>
  articlesCanBeReached.judge(sampleReview({ articles: [sampleArticle("a", { when: { ...noConditions, ...when } })] }));

describe("articles-can-be-reached", () => {
  it.each([
    ["topics", { topics: ["documented"] }],
    ["words", { words: ["imds"] }],
    ["both", { topics: ["metadata"], words: ["imds"] }],
  ] as const)("passes an article with %s", (_name, when) => {
    expect(judge(when)).toEqual([]);
  });

  it.each([
    ["nothing", {}],
    ["scopes alone", { scopes: ["loopback"] }],
    ["roles alone", { roles: ["pod"] }],
    ["products alone", { products: ["cloud"] }],
    ["hints alone", { hints: ["imds"] }],
  ] as const)("names an article with %s", (_name, when) => {
    expect(judge(when)).toMatchObject([{ subject: { kind: "article", id: "a" } }]);
  });
});
