import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { checkKnowledge } from "../../../src/core/knowledge/check-knowledge.ts";
import {
  noConditions,
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
  ],
  articles: [
    sampleArticle("u", {
      when: noConditions,
      statements: [sampleItem("x", [])],
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
});
