import { describe, expect, test } from "@jest/globals";
import { describePublicPlans } from "../../../../../src/core/answer/describe/computed/describe-public-plans.ts";
import type { Topic } from "../../../../../src/core/question/topic.ts";
import { sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

function plans(text: string, written: readonly string[], topics: readonly Topic[] = []) {
  const reading = sampleReading({ text, topics, subjects: written.map((one) => subjectAt(one)) });
  return describePublicPlans(sampleSituation({ reading })).map((piece) => piece.text);
}

describe("describePublicPlans", () => {
  test("a public block for a network of one's own: whom it hides, and what to take instead", () => {
    expect(plans("20.0.0.0/16 as address space of our VNet?", ["20.0.0.0/16"])).toEqual([
      "Better number your own network from private space, 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16: " +
        "`20.0.0.0/16` belongs to others, whose hosts it then hides.",
    ]);
  });

  test("two such blocks are told together", () => {
    const [text] = plans("pods in 30.10.0.0/16, services in 9.0.0.0/16", ["30.10.0.0/16", "9.0.0.0/16"]);
    expect(text).toMatch(/`30\.10\.0\.0\/16` and `9\.0\.0\.0\/16` belong to others/);
  });

  test.each<[string, string, string, readonly Topic[]]>([
    ["a private block", "pods in 10.20.0.0/16", "10.20.0.0/16", []],
    ["shared address space", "pods in 100.70.0.0/16", "100.70.0.0/16", []],
    ["a single public address", "our pods call 20.1.2.3", "20.1.2.3", []],
    ["a block nobody plans with", "what is 20.0.0.0/16", "20.0.0.0/16", ["what-is-address"]],
    ["a block to be let in", "let 20.0.0.0/16 reach our pods", "20.0.0.0/16", ["allow-inbound"]],
    ["a block to be reached", "pods must reach 20.0.0.0/16", "20.0.0.0/16", ["allow-outbound"]],
    ["the default route", "0.0.0.0/0 in the VPC", "0.0.0.0/0", []],
  ])("%s is left alone", (_, text, written, topics) => {
    expect(plans(text, [written], topics)).toEqual([]);
  });
});
