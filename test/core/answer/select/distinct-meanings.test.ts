import { describe, expect, test } from "@jest/globals";
import { distinctMeanings } from "../../../../src/core/answer/select/distinct-meanings.ts";
import { rankCandidates } from "../../../../src/core/answer/select/rank-candidates.ts";
import type { RangeStatus } from "../../../../src/core/knowledge/fact.ts";
import type { NetworkRole } from "../../../../src/core/knowledge/network-role.ts";
import type { Product } from "../../../../src/core/knowledge/product.ts";
import { cidrAt } from "../../../support/network-literals.ts";
import { sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { named, sampleKnowledge, subjectAt } from "../sample-situation.ts";

function pods(id: string, cidr: string, status: RangeStatus = "default") {
  return sampleFact(id, { claim: { type: "range", role: "pod", status, cidrs: [cidrAt(cidr)] } });
}

function meanings(products: readonly Product[], names: readonly string[] = []): string[] {
  const knowledge = sampleKnowledge({ products });
  const candidates = rankCandidates(
    subjectAt("10.8.0.3"),
    knowledge,
    names.map((id) => named(id)),
  );
  return distinctMeanings(candidates, knowledge).map(({ range }) => range.fact.id);
}

describe("distinctMeanings", () => {
  test("of one product its best meaning alone is told", () => {
    const facts = [pods("a/wide", "10.8.0.0/15"), pods("a/narrow", "10.8.0.0/16")];
    expect(meanings([sampleProduct("a", { facts })])).toEqual(["a/narrow"]);
  });

  test.each<[string, string, RangeStatus]>([
    ["all of 10.0.0.0/8", "10.0.0.0/8", "default"],
    ["an example from the documentation", "10.8.0.0/16", "example"],
    ["what was so once", "10.8.0.0/16", "former"],
  ])("%s tells nothing about an address, as long as nobody names the product", (_, cidr, status) => {
    expect(meanings([sampleProduct("a", { facts: [pods("a/pods", cidr, status)] })])).toEqual([]);
  });

  test("what a product forbids its networks is no meaning, what it keeps for itself is", () => {
    const reserved = (role: NetworkRole) =>
      sampleFact("a/range", { claim: { type: "range", role, status: "reserved", cidrs: [cidrAt("10.8.0.0/16")] } });
    expect(meanings([sampleProduct("a", { facts: [reserved("address-pool")] })])).toEqual([]);
    expect(meanings([sampleProduct("a", { facts: [reserved("join")] })])).toEqual(["a/range"]);
  });

  test.each(["169.254.0.0/16", "fe80::/10"])("all of link-local space, %s, tells nothing", (cidr) => {
    const knowledge = sampleKnowledge({ products: [sampleProduct("a", { facts: [pods("a/pods", cidr)] })] });
    const subject = subjectAt(cidr.includes(":") ? "fe80::1" : "169.254.7.7");
    expect(distinctMeanings(rankCandidates(subject, knowledge, []), knowledge)).toEqual([]);
  });

  test("of the product that is named even a wide default is told", () => {
    expect(meanings([sampleProduct("a", { facts: [pods("a/pods", "10.0.0.0/8")] })], ["a"])).toEqual(["a/pods"]);
  });

  test("a product that has the range from one it builds on adds nothing; with a range of its own it does", () => {
    const base = sampleProduct("base", { facts: [pods("base/pods", "10.8.0.0/16")] });
    const heir = (cidr: string) => sampleProduct("heir", { buildsOn: ["base"], facts: [pods("heir/pods", cidr)] });
    expect(meanings([base, heir("10.8.0.0/16")])).toEqual(["base/pods"]);
    expect(meanings([base, heir("10.8.0.0/17")])).toEqual(["heir/pods", "base/pods"]);
  });
});
