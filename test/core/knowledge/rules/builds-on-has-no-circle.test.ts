import { describe, expect, it } from "@jest/globals";
import { buildsOnHasNoCircle } from "../../../../src/core/knowledge/rules/builds-on-has-no-circle.ts";
import { sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

/** `a: b c` builds a on b and c. */
const judge = (...lines: readonly string[]) => {
  const products = lines.map((line) => {
    const [id = "", ...buildsOn] = line.split(/:? +|:$/).filter(Boolean);
    return sampleProduct(id, { buildsOn });
  });
  return buildsOnHasNoCircle.judge(sampleReview({ products })).map(({ subject }) => subject.id);
};

describe("builds-on-has-no-circle", () => {
  it.each([
    ["nothing builds on anything", ["a:", "b:"]],
    ["a chain", ["a: b", "b: c", "c:"]],
    ["two ways to one foundation", ["a: b c", "b: d", "c: d", "d:"]],
    ["a foundation that is not there", ["a: missing"]],
  ])("passes %s", (_name, lines) => {
    expect(judge(...lines)).toEqual([]);
  });

  it.each([
    ["a product on itself", ["a: a", "b: a"], ["a"]],
    ["two on each other", ["a: b", "b: a", "c: a"], ["a", "b"]],
    ["a long circle beside a sound chain", ["a: b", "b: c", "c: d e", "d: b", "e:"], ["b", "c", "d"]],
    ["two circles", ["a: b", "b: a", "c: d", "d: c"], ["a", "b", "c", "d"]],
  ])("names who stands in a circle: %s", (_name, lines, expected) => {
    expect(judge(...lines)).toEqual(expected);
  });
});
