import { describe, expect, test } from "@jest/globals";
import { describeServiceAnchors } from "../../../../../src/core/answer/describe/meanings/describe-service-anchors.ts";
import { addressClaim, rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import { sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

const services = (id: string, cidr: string) =>
  sampleProduct(id, { name: id, facts: [sampleFact(`${id}/services`, { claim: rangeClaim("service", cidr) })] });

const knowledge = sampleKnowledge({
  products: [
    sampleProduct("kubernetes", {
      kind: "kubernetes",
      facts: [
        sampleFact("kubernetes/api-service", { claim: addressClaim("service", "10.96.0.1") }),
        sampleFact("kubernetes/dns-service", { claim: addressClaim("dns", "10.96.0.10") }),
      ],
    }),
    services("wide", "10.233.0.0/18"),
    services("narrow", "10.233.0.0/24"),
    services("even", "10.233.0.0/18"),
    sampleProduct("pods", { facts: [sampleFact("pods/pods", { claim: rangeClaim("pod", "10.77.0.0/16") })] }),
  ],
});

function said(written: string, text = "a pod of our cluster"): string[] {
  const reading = sampleReading({ text, subjects: [subjectAt(written)] });
  return describeServiceAnchors(sampleSituation({ reading, knowledge })).map((piece) => piece.text);
}

describe("describeServiceAnchors", () => {
  test("names the API server and the DNS, by the widest range that starts there and all who have it", () => {
    expect(said("10.233.0.1")).toEqual([
      "`10.233.0.1` is the first address of 10.233.0.0/18, a default Service range (wide and even): the Service `kubernetes`, so the API server.",
    ]);
    expect(said("10.233.0.10")[0]).toMatch(/tenth address of 10\.233\.0\.0\/18.*mostly the cluster's DNS/);
  });

  test.each(["10.233.0.2", "10.233.1.1", "10.77.0.1", "10.233.0.0/18"])("says nothing of %s", (written) => {
    expect(said(written)).toEqual([]);
  });

  test("says nothing where no cluster is spoken of", () => {
    expect(said("10.233.0.1", "my router")).toEqual([]);
  });
});
