import { describe, expect, it } from "@jest/globals";
import { checkKnowledge } from "../../../../src/core/knowledge/check-knowledge.ts";
import { factsAreFresh } from "../../../../src/core/knowledge/rules/facts-are-fresh.ts";
import {
  sampleArticle,
  sampleFact,
  sampleItem,
  sampleProduct,
  sampleReview,
  sampleSource,
} from "../../../support/sample-knowledge.ts";

const readOn = (...days: readonly string[]) => days.map((checkedOn) => sampleSource({ checkedOn }));
const judge = (today: string, ...days: readonly string[]) => {
  const facts = [sampleFact("p/a", { sources: readOn(...days) })];
  return factsAreFresh.judge(sampleReview({ today, products: [sampleProduct("p", { facts })], articles: [] }));
};

describe("facts-are-fresh", () => {
  it.each([
    ["to the day eighteen months ago", "2026-06-01", ["2024-12-01"]],
    ["over the turn of a year", "2026-01-15", ["2024-07-15"]],
    ["to the last day of a month", "2026-08-31", ["2025-03-01"]],
    ["once newly of two sources", "2026-06-01", ["2020-01-01", "2026-05-01"]],
  ])("passes what was read %s", (_name, today, days) => {
    expect(judge(today, ...days)).toEqual([]);
  });

  it.each([
    ["a day more than eighteen months ago", "2026-06-01", ["2024-11-30"], "2024-11-30"],
    ["over the turn of a year", "2026-01-15", ["2024-07-14"], "2024-07-14"],
    ["long ago, twice", "2026-06-01", ["2020-01-01", "2021-01-01"], "2021-01-01"],
  ])("names a fact read %s", (_name, today, days, value) => {
    expect(judge(today, ...days)).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/a" }, value }]);
  });

  it("names an article once, by its newest source", () => {
    const old = [sampleItem("So it is.", readOn("2020-01-01")), sampleItem("And so.", readOn("2020-02-01"))];
    const found = factsAreFresh.judge(sampleReview({ articles: [sampleArticle("a", { statements: old })] }));
    expect(found).toMatchObject([{ subject: { kind: "article", id: "a" }, value: "2020-02-01" }]);
  });

  it("only tells whoever reviews: time alone makes no knowledge unusable", () => {
    const found = checkKnowledge(sampleReview({ today: "2099-01-01" }));
    expect(new Set(found.map(({ rule, onlyForReview }) => `${rule} ${onlyForReview}`))).toEqual(
      new Set(["facts-are-fresh true"]),
    );
  });
});
