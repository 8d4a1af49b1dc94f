import { describe, expect, test } from "@jest/globals";
import { evidenceOfArticle, evidenceOfFact, evidenceOfRow } from "../../../src/core/answer/evidence-of.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import { addressClaim, rangeClaim, sampleArticle, sampleFact, sampleItem } from "../../support/sample-knowledge.ts";

describe("evidence", () => {
  test("of a fact holds every figure a statement may take from it", () => {
    const fact = sampleFact("a/pods", {
      statement: "Pods are here.",
      claim: rangeClaim("pod", "10.8.0.0/16", "fd00:8::/64"),
      configurableBy: { option: "--pod-cidr", when: "creation" },
      appliesTo: { since: "1.29", until: "1.33" },
    });
    const { id, kind, statement, sources } = evidenceOfFact(fact);
    expect({ id, kind, sources }).toEqual({ id: "fact:a/pods", kind: "fact", sources: fact.sources });
    for (const part of ["Pods are here.", "10.8.0.0/16", "fd00:8::/64", "--pod-cidr", "1.29", "1.33"])
      expect(statement).toContain(part);
    const single = evidenceOfFact(sampleFact("a/dns", { claim: addressClaim("dns", "10.9.0.10") }));
    expect(single.statement).toContain("10.9.0.10");
  });

  test("of a registry row names the row, its RFCs, and where and when it was read", () => {
    const row = loadRegistry().rows.find(({ name }) => name === "Shared Address Space");
    if (!row) throw new Error("the registry has lost its row");
    expect(evidenceOfRow(row)).toMatchObject({
      id: "registry:100.64.0.0/10",
      statement: expect.stringContaining("RFC 6598"),
      sources: [{ url: row.registry.url, locator: "100.64.0.0/10", checkedOn: row.registry.checkedOn }],
    });
  });

  test("of an article's items has an id for each of them", () => {
    const [one, two, three] = [sampleItem("One."), sampleItem("Two."), sampleItem("Three.")];
    const article = sampleArticle("guide", { statements: [one], steps: [two], checks: [three] });
    const ids = [one, two, three].map((item) => evidenceOfArticle(article, item).id);
    expect(ids).toEqual(["article:guide#1", "article:guide#2", "article:guide#3"]);
  });
});
