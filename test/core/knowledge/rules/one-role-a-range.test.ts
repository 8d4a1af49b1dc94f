import { describe, expect, it } from "@jest/globals";
import type { Fact } from "../../../../src/core/knowledge/fact.ts";
import { oneRoleARange } from "../../../../src/core/knowledge/rules/one-role-a-range.ts";
import {
  addressClaim,
  rangeClaim,
  sampleFact,
  sampleProduct,
  sampleReview,
} from "../../../support/sample-knowledge.ts";

const judge = (first: Partial<Fact>, second: Partial<Fact>) => {
  const facts = [sampleFact("p/a", first), sampleFact("p/b", second)];
  return oneRoleARange.judge(sampleReview({ products: [sampleProduct("p", { facts }), sampleProduct("q")] }));
};
const pods = { claim: rangeClaim("pod", "10.8.0.0/16") };
const services = { claim: rangeClaim("service", "10.8.0.0/16") };

describe("one-role-a-range", () => {
  it.each<[string, Partial<Fact>, Partial<Fact>]>([
    ["two ranges", pods, { claim: rangeClaim("service", "10.9.0.0/16") }],
    ["one role said twice", pods, pods],
    ["two roles at two times", { ...pods, appliesTo: { until: "2" } }, { ...services, appliesTo: { since: "2" } }],
    ["two roles in two modes", pods, { ...services, appliesTo: { note: "overlay mode" } }],
    ["the pool a range is taken from", pods, { claim: rangeClaim("address-pool", "10.8.0.0/16") }],
    [
      "an address that does two things",
      { claim: addressClaim("dns", "10.0.0.2") },
      { claim: addressClaim("metadata", "10.0.0.2") },
    ],
    ["an example", pods, { claim: { ...services.claim, status: "example" } as Fact["claim"] }],
  ])("passes %s", (_name, first, second) => {
    expect(judge(first, second)).toEqual([]);
  });

  it("names the later fact that gives a range another role", () => {
    const found = judge(pods, services);
    expect(found).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/b" }, value: "10.8.0.0/16" }]);
    expect(found[0]?.problem).toContain("p/a");
  });

  it("names it within the same version too", () => {
    const appliesTo = { since: "2", note: "overlay mode" };
    expect(judge({ ...pods, appliesTo }, { ...services, appliesTo })).toHaveLength(1);
  });
});
