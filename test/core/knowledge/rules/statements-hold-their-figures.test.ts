import { describe, expect, it } from "@jest/globals";
import type { Claim, Fact } from "../../../../src/core/knowledge/fact.ts";
import { statementsHoldTheirFigures } from "../../../../src/core/knowledge/rules/statements-hold-their-figures.ts";
import { cidrAt } from "../../../support/network-literals.ts";
import {
  addressClaim,
  rangeClaim,
  sampleFact,
  sampleProduct,
  sampleReview,
} from "../../../support/sample-knowledge.ts";

const rows = [{ cidr: cidrAt("198.18.0.0/15") }];

function judge(statement: string, claim: Claim, more: Partial<Fact> = {}) {
  const facts = [sampleFact("p/a", { statement, claim, ...more })];
  return statementsHoldTheirFigures.judge(
    sampleReview({ products: [sampleProduct("p", { facts, buildsOn: ["base"] }), base], rows }),
  );
}
const base = sampleProduct("base", {
  facts: [sampleFact("base/bridge", { claim: rangeClaim("bridge", "172.17.0.0/16") })],
});
const pods = rangeClaim("pod", "10.244.0.0/16");
const hairpin: Claim = { type: "behaviour", flow: "hairpin", source: "kept", destination: "kept" };
const ruled = (...cidrs: readonly string[]): Claim =>
  ({ ...rangeClaim("pod", ...cidrs), rule: "first free /16" }) as Claim;
const many = rangeClaim("pod", ...[1, 2, 3, 4, 5].map((n) => `10.${n}.0.0/16`));

describe("statements-hold-their-figures", () => {
  it.each<[string, string, Claim, Partial<Fact>]>([
    ["a statement with the claim's range", "Pods get 10.244.0.0/16.", pods, {}],
    ["one that names no figure", "Pods have a range of their own.", pods, {}],
    ["a share of the range beside it", "Pods get 10.244.0.0/16, the first node 10.244.0.0/24.", pods, {}],
    ["an address in place of its block", "The gateway of the pods is 10.244.0.1.", pods, {}],
    [
      "an address and the block around it",
      "10.0.0.2 is the resolver of 10.0.0.0/16.",
      addressClaim("dns", "10.0.0.2"),
      {},
    ],
    ["the range of what it builds on", "Pods get 10.244.0.0/16, not the bridge's 172.17.0.1.", pods, {}],
    ["a range that another product is known for", "Pods get 10.244.0.0/16, unlike 172.17.0.0/16.", pods, {}],
    [
      "the end of a range",
      "10.244.0.0/16 lies outside 172.16.0.0/12, which ends at 172.31.255.255.",
      rangeClaim("pod", "10.244.0.0/16", "172.16.0.0/12"),
      {},
    ],
    [
      "a condition's range",
      "Pods get 10.244.0.0/16 when 192.168.0.0/16 is taken.",
      pods,
      { appliesTo: { note: "where 192.168.0.0/16 is taken" } },
    ],
    [
      "a rule in words",
      "Pods get the first free /16 from 172.16.0.0/16 on.",
      { ...rangeClaim("pod", "172.16.0.0/12"), rule: "first free /16" } as Claim,
      {},
    ],
    ["a list too long to repeat", "From 10.1.0.0/16 to 10.5.0.0/16.", many, {}],
    ["a behaviour among known ranges", "From 172.17.0.1 to 198.18.0.0/15.", hairpin, {}],
    ["a behaviour's own setting", "From 192.168.7.0/24.", { ...hairpin, when: "in 192.168.7.0/24" } as Claim, {}],
    ["an interface with its network", "Pods get 10.244.0.0/16; the bridge has 10.244.0.1/24.", pods, {}],
    ["masked addresses alone", "Containers have 172.17.0.x addresses.", rangeClaim("bridge", "172.17.0.0/16"), {}],
  ])("passes %s", (_name, statement, claim, more) => {
    expect(judge(statement, claim, more)).toEqual([]);
  });

  it.each<[string, string, Claim, readonly string[]]>([
    ["a digit flipped in the statement", "Pods get 10.245.0.0/16.", pods, ["10.244.0.0/16", "10.245.0.0/16"]],
    [
      "a digit flipped in the claim",
      "Pods get 10.244.0.0/16.",
      rangeClaim("pod", "10.214.0.0/16"),
      ["10.214.0.0/16", "10.244.0.0/16"],
    ],
    ["another length", "Pods get 10.244.0.0/16.", rangeClaim("pod", "10.244.0.0/15"), ["10.244.0.0/15"]],
    ["another address", "The resolver is 10.0.0.2.", addressClaim("dns", "10.0.0.3"), ["10.0.0.3", "10.0.0.2"]],
    ["one family left out", "Pods get 10.244.0.0/16.", rangeClaim("pod", "10.244.0.0/16", "fd00::/64"), ["fd00::/64"]],
    [
      "a block that an address is no excuse for",
      "10.244.0.0/16, with 10.244.0.1.",
      rangeClaim("pod", "10.244.0.0/17"),
      ["10.244.0.0/17"],
    ],
    ["a block far from its rule", "The first free /16 from 172.16.0.0/16 on.", ruled("10.0.0.0/12"), ["10.0.0.0/12"]],
    ["a number over 255", "Pods get 10.344.0.0/16.", pods, ["10.344.0.0"]],
    [
      "a block with bits behind its length",
      "Pods get 10.244.0.0/16, Services 10.97.0.0/12.",
      pods,
      ["10.97.0.0/12", "10.96.0.0/12"],
    ],
    ["a figure of a behaviour that nothing knows", "From 127.0.0.9.", hairpin, ["127.0.0.9"]],
    ["a figure that nothing knows", "Pods get 10.244.0.0/16, the rest 10.99.0.0/16.", pods, ["10.99.0.0/16"]],
  ])("names %s", (_name, statement, claim, values) => {
    const found = judge(statement, claim);
    expect(found.map(({ value }) => value)).toEqual(values);
    expect(found[0]?.subject).toEqual({ kind: "product", id: "p", fact: "p/a" });
  });
});
