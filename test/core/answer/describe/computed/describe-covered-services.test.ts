import { describe, expect, test } from "@jest/globals";
import { describeCoveredServices } from "../../../../../src/core/answer/describe/computed/describe-covered-services.ts";
import { addressClaim, rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import { named, sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

const nimbus = sampleProduct("nimbus", {
  name: "Nimbus",
  kind: "cloud",
  facts: [
    sampleFact("nimbus/dns", { claim: addressClaim("dns", "100.100.2.136", "100.100.2.138") }),
    sampleFact("nimbus/metadata", { claim: addressClaim("metadata", "169.254.169.254") }),
    sampleFact("nimbus/services", { claim: rangeClaim("service", "10.32.0.0/20") }),
    sampleFact("nimbus/cluster-dns", { claim: addressClaim("dns", "10.32.0.10") }),
  ],
});
const hut = sampleProduct("hut", { facts: [sampleFact("hut/dns", { claim: addressClaim("dns", "192.168.65.7") })] });
const knowledge = sampleKnowledge({ products: [nimbus, hut] });

function covered(written: readonly string[], products: readonly string[] = ["nimbus"]): string[] {
  const reading = sampleReading({
    subjects: written.map((text) => subjectAt(text)),
    products: products.map((id) => named(id)),
  });
  return describeCoveredServices(sampleSituation({ reading, knowledge })).map(({ text }) => text);
}

describe("describeCoveredServices", () => {
  test("says that a block hides the provider's DNS, and to take another", () => {
    expect(covered(["100.96.0.0/11", "100.100.2.136"])).toEqual([
      expect.stringMatching(
        /^`100\.100\.2\.136` \(Nimbus, DNS resolver\) lies inside 100\.96\.0\.0\/11: .*another block\.$/,
      ),
    ]);
  });

  test("tells of two servers in one sentence", () => {
    const [text, ...more] = covered(["100.100.2.136", "100.96.0.0/11", "100.100.2.138", "100.96.0.31"]);
    expect(text).toMatch(/^`100\.100\.2\.136` and `100\.100\.2\.138` \(Nimbus, DNS resolver\) lie inside/);
    expect(more).toEqual([]);
  });

  test.each([
    ["the block does not take it in", ["100.64.0.0/13", "100.100.2.136"], ["nimbus"]],
    ["nobody named the provider", ["100.96.0.0/11", "100.100.2.136"], []],
    ["the address is masked or none is given", ["100.96.0.0/11"], ["nimbus"]],
    ["it is the cluster's own DNS in its own Service range", ["10.32.0.0/16", "10.32.0.10"], ["nimbus"]],
    ["nobody numbers a network from that block", ["169.254.0.0/16", "169.254.169.254"], ["nimbus"]],
    ["it is all there is", ["0.0.0.0/0", "100.100.2.136"], ["nimbus"]],
    ["the product is no provider", ["192.168.0.0/16", "192.168.65.7"], ["hut"]],
  ])("nothing is said where %s", (_, written, products) => {
    expect(covered(written, products)).toEqual([]);
  });
});
