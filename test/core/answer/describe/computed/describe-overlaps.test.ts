import { describe, expect, test } from "@jest/globals";
import { describeOverlaps } from "../../../../../src/core/answer/describe/computed/describe-overlaps.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import { sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

const acme = sampleProduct("acme", {
  name: "Acme",
  facts: [
    sampleFact("acme/pods", { claim: rangeClaim("pod", "10.42.0.0/16") }),
    sampleFact("acme/pool", { claim: rangeClaim("address-pool", "10.0.0.0/8") }),
  ],
});
const knowledge = sampleKnowledge({ products: [acme] });

function overlapsOf(blocks: readonly string[], asked = true) {
  const reading = sampleReading({
    subjects: blocks.map((block) => subjectAt(block)),
    topics: asked ? ["overlap"] : [],
    products: [{ product: "acme", reason: "named", inThread: false }],
  });
  return describeOverlaps(sampleSituation({ reading, knowledge }));
}

describe("describeOverlaps", () => {
  test.each([
    ["10.42.5.0/24", /^10\.42\.5\.0\/24 lies inside 10\.42\.0\.0\/16, which is used by Acme\. .*pods/],
    ["10.42.0.0/16", /^10\.42\.0\.0\/16 is used by Acme\./],
    ["10.40.0.0/13", /^10\.40\.0\.0\/13 contains 10\.42\.0\.0\/16, which is used by Acme/],
  ])("%s collides with what the named product uses, and what breaks is said", (block, expected) => {
    const [collision] = overlapsOf([block]);
    expect(collision?.text).toMatch(expected);
    expect(collision?.evidence.map(({ kind }) => kind)).toEqual(["computed", "fact"]);
  });

  test.each([
    ["nothing collides", ["192.168.7.0/24"], true],
    ["a pool as wide as all of 10.0.0.0/8 is all that it meets", ["10.7.0.0/16"], true],
    ["overlap was not asked about", ["10.42.5.0/24"], false],
  ])("nothing is said where %s", (_, blocks, asked) => {
    expect(overlapsOf(blocks, asked)).toEqual([]);
  });
});
