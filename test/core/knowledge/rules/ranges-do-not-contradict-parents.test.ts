import { describe, expect, it } from "@jest/globals";
import type { Fact, RangeClaim } from "../../../../src/core/knowledge/fact.ts";
import { rangesDoNotContradictParents } from "../../../../src/core/knowledge/rules/ranges-do-not-contradict-parents.ts";
import { cidrAt } from "../../../support/network-literals.ts";
import { sampleFact, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const range = (status: RangeClaim["status"], ...cidrs: readonly string[]): RangeClaim => ({
  type: "range",
  role: "join",
  status,
  cidrs: cidrs.map(cidrAt),
});

function judge(parent: RangeClaim, child: RangeClaim, more: Partial<Fact> = {}) {
  const base = sampleProduct("base", { facts: [sampleFact("base/join", { claim: parent })] });
  const facts = [sampleFact("cloud/join", { claim: child, ...more })];
  const products = [base, sampleProduct("cloud", { buildsOn: ["base"], facts })];
  return rangesDoNotContradictParents.judge(sampleReview({ products }));
}

const fixed = range("fixed", "100.64.0.0/16");

describe("ranges-do-not-contradict-parents", () => {
  it.each<[string, RangeClaim, RangeClaim, Partial<Fact>]>([
    ["the same range", fixed, range("default", "100.64.0.0/16"), {}],
    ["a part of it", fixed, range("default", "100.64.8.0/24"), {}],
    ["the other family, of which the parent says nothing", fixed, range("default", "fd98::/64"), {}],
    ["another role", fixed, { ...range("default", "10.0.0.0/16"), role: "pod" }, {}],
    [
      "another range of what the parent lets people change",
      range("default", "100.64.0.0/16"),
      range("default", "10.0.0.0/16"),
      {},
    ],
    ["a former one", fixed, range("former", "10.0.0.0/16"), {}],
    ["one that holds for some versions", fixed, range("default", "10.0.0.0/16"), { appliesTo: { since: "2" } }],
    ["one that a rule explains", fixed, { ...range("default", "10.0.0.0/16"), rule: "the second network" }, {}],
  ])("passes %s", (_name, parent, child, more) => {
    expect(judge(parent, child, more)).toEqual([]);
  });

  it.each<[string, RangeClaim, string]>([
    ["another default", range("default", "100.88.0.0/16"), "100.88.0.0/16"],
    ["another fixed range", range("fixed", "100.64.0.0/16", "100.88.0.0/16"), "100.88.0.0/16"],
    ["a wider one", range("default", "100.64.0.0/10"), "100.64.0.0/10"],
  ])("names %s", (_name, child, value) => {
    const found = judge(fixed, child);
    expect(found).toMatchObject([{ subject: { kind: "product", id: "cloud", fact: "cloud/join" }, value }]);
    expect(found[0]?.problem).toMatch(/base.*100\.64\.0\.0\/16/);
  });
});
