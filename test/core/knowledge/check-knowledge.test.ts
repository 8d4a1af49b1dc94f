import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { checkKnowledge } from "../../../src/core/knowledge/check-knowledge.ts";
import type { Fact } from "../../../src/core/knowledge/fact.ts";
import {
  noConditions,
  rangeClaim,
  sampleArticle,
  sampleFact,
  sampleItem,
  sampleProduct,
  sampleReview,
  sampleSource,
} from "../../support/sample-knowledge.ts";

const ruleFiles = readdirSync(fileURLToPath(new URL("../../../src/core/knowledge/rules/", import.meta.url)))
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => name !== "knowledge-rule");

/** Breaks every rule at least once. */
const wreck = sampleReview({
  products: [
    sampleProduct("a", { buildsOn: ["b", "gone"], facts: [sampleFact("a/x", { sources: [] }), sampleFact("a/x")] }),
    sampleProduct("b", {
      buildsOn: ["a"],
      aliases: ["a"],
      facts: [
        sampleFact("b/y", { sources: [sampleSource({ checkedOn: "2999-01-01" })] }),
        sampleFact("b/z", {
          claim: { type: "behaviour", flow: "hairpin", source: "rewritten", destination: "kept" },
        }),
      ],
    }),
    sampleProduct("c", {
      name: "The C",
      facts: [
        sampleFact("c/old", { sources: [sampleSource({ checkedOn: "2001-01-01", locator: "page" })] }),
        sampleFact("c/fixed", { claim: { ...rangeClaim("vpn", "10.1.0.0/16"), status: "fixed" } as Fact["claim"] }),
      ],
    }),
    sampleProduct("d", {
      name: "D and the C",
      aliases: ["node"],
      facts: [
        sampleFact("d/range", { statement: "Services get 10.9.0.0/16." }),
        sampleFact("d/nodes", { overrides: "d/gone", claim: rangeClaim("node", "10.8.0.0/16") }),
      ],
    }),
    sampleProduct("e", { buildsOn: ["c"], facts: [sampleFact("e/vpn", { claim: rangeClaim("vpn", "10.2.0.0/16") })] }),
  ],
  articles: [
    sampleArticle("u", {
      when: noConditions,
      statements: [],
      steps: [sampleItem("x", [])],
    }),
  ],
});

describe("checkKnowledge", () => {
  it("finds nothing wrong with sound knowledge", () => {
    expect(checkKnowledge(sampleReview())).toEqual([]);
  });

  it("applies every rule that there is, and names all breaches at once", () => {
    const rules = new Set(checkKnowledge(wreck).map(({ rule }) => rule));
    expect([...rules].toSorted()).toEqual(ruleFiles.toSorted());
  });

  it("gives every problem a remedy", () => {
    expect(checkKnowledge(wreck).filter(({ problem, remedy }) => problem === "" || remedy === "")).toEqual([]);
  });

  describe("with exceptions", () => {
    const stray = sampleReview({ articles: [sampleArticle("a", { when: noConditions })] });
    const reason = "It is meant to be so.";

    it("leaves out what an exception names, and nothing else", () => {
      const [first, ...others] = checkKnowledge(wreck);
      const exception = { rule: first?.rule ?? "", subject: first?.subject.fact ?? first?.subject.id ?? "", reason };
      expect(checkKnowledge(wreck, [exception])).toEqual(others);
      const ofArticle = { rule: "articles-can-be-reached", subject: "articles/a", reason };
      expect(checkKnowledge(stray, [ofArticle])).toEqual([]);
    });

    it.each([
      ["nothing is wrong", "articles-can-be-reached", "articles/an-article"],
      ["another rule finds something", "dates-are-sane", "articles/a"],
      ["the subject is not there", "articles-can-be-reached", "articles/b"],
      ["there is no such rule", "articles-are-nice", "articles/a"],
    ])("names an exception where %s", (_name, rule, subject) => {
      const before = checkKnowledge(stray);
      expect(checkKnowledge(stray, [{ rule, subject, reason }])).toMatchObject([
        ...before,
        { rule: "exceptions-are-needed", subject: { kind: "exception", id: subject }, value: subject },
      ]);
    });
  });
});
