import { describe, expect, test } from "@jest/globals";
import { describeScopes } from "../../../../../src/core/answer/describe/computed/describe-scopes.ts";
import { describeSizes } from "../../../../../src/core/answer/describe/computed/describe-sizes.ts";
import { priorities } from "../../../../../src/core/answer/piece.ts";
import { sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

function sizes(text: string, ...written: readonly string[]): string[] {
  const subjects = written.map((one) => subjectAt(one));
  return describeSizes(sampleSituation({ reading: sampleReading({ text, subjects }) })).map((piece) => piece.text);
}

describe("describeSizes", () => {
  test.each<[string, string, readonly string[]]>([
    ["how many addresses", "10.0.0.0/30", ["`10.0.0.0/30` has 4 addresses, 10.0.0.0 to 10.0.0.3."]],
    ["which addresses are that", "10.0.0.0/30", ["`10.0.0.0/30` has 4 addresses, 10.0.0.0 to 10.0.0.3."]],
    ["what is it", "10.0.0.0/30", []],
    ["how many addresses", "10.0.0.1", []],
  ])("%s: %s", (text, written, said) => {
    expect(sizes(text, written)).toEqual(said);
  });
});

describe("describeScopes", () => {
  test.each<[string, readonly ("overlap" | "what-is-address")[], string, number]>([
    [
      "a planned block that only looks private decides the plan",
      ["overlap"],
      "172.80.0.0/16",
      priorities.contradiction,
    ],
    [
      "nobody reads the IPv4 address off an IPv6 one",
      ["what-is-address"],
      "64:ff9b::808:808",
      priorities.askedCandidate,
    ],
    ["a private block goes without saying", ["overlap"], "10.1.0.0/16", priorities.ordinaryScope],
  ])("%s", (_, topics, written, priority) => {
    const reading = sampleReading({ subjects: [subjectAt(written)], topics });
    expect(describeScopes(sampleSituation({ reading })).map((piece) => piece.priority)).toEqual([priority]);
  });
});
