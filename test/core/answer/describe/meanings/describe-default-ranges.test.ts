import { describe, expect, test } from "@jest/globals";
import { describeDefaultRanges } from "../../../../../src/core/answer/describe/meanings/describe-default-ranges.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import {
  named,
  sampleKnowledge,
  sampleProducts,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "../../sample-situation.ts";

const quay = sampleProduct("quay", {
  name: "Quay",
  kind: "managed-kubernetes",
  facts: [
    sampleFact("quay/nodes", { claim: rangeClaim("node", "10.1.0.0/16") }),
    sampleFact("quay/pods", { claim: rangeClaim("pod", "10.2.0.0/16", "fd00:2::/48") }),
    sampleFact("quay/pods-of-yore", { claim: rangeClaim("pod", "10.9.0.0/16"), appliesTo: { until: "2" } }),
    sampleFact("quay/pods-elsewhere", { claim: rangeClaim("pod", "10.8.0.0/16") }),
    sampleFact("quay/bridge", { claim: rangeClaim("bridge", "172.17.0.0/16") }),
    sampleFact("quay/services-ipv6", { claim: rangeClaim("service", "fd00:3::/108") }),
  ],
});
const pools = sampleProduct("pools", {
  name: "Pools",
  facts: [sampleFact("pools/pool", { claim: rangeClaim("address-pool", "10.1.0.0/24", "10.2.0.0/24", "10.3.0.0/24") })],
});
const knowledge = sampleKnowledge({ products: [...sampleProducts, quay, pools] });

function said(text: string, product: string, more: Parameters<typeof sampleReading>[0] = {}): string[] {
  const reading = sampleReading({ text, topics: ["which-range"], products: [named(product)], ...more });
  return describeDefaultRanges(sampleSituation({ reading, knowledge })).map((piece) => piece.text);
}

describe("describeDefaultRanges", () => {
  test.each<[string, string, readonly string[]]>([
    ["quay ranges?", "quay", ["Quay by default: 10.2.0.0/16 or fd00:2::/48 (pod) and 10.1.0.0/16 (node)."]],
    ["node range of quay", "quay", ["Quay by default: 10.1.0.0/16 (node)."]],
    ["service range of quay with ipv6", "quay", ["Quay by default: fd00:3::/108 (Service)."]],
    ["networks of pools", "pools", ["Pools by default: 10.1.0.0/24 … 10.3.0.0/24 (address pool)."]],
    ["range of harbour pods", "harbour", ["Harbour Kubernetes by default: 100.64.0.0/15 (pod)."]],
    ["service range of weft", "weft", []],
  ])("%s", (text, product, expected) => {
    expect(said(text, product)).toEqual(expected);
  });

  test("keeps to itself where an address is shown, or no range is asked for", () => {
    expect(said("quay ranges?", "quay", { subjects: [subjectAt("10.2.0.1")] })).toEqual([]);
    expect(said("quay ranges?", "quay", { topics: ["overlap"] })).toEqual([]);
  });
});
