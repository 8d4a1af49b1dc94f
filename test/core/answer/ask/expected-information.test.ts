import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  answerShares,
  expectedInformation,
  type Outcome,
} from "../../../../src/core/answer/ask/expected-information.ts";

const sure = (weight: number, answer: string): Outcome => ({ weight, answers: new Map([[answer, 1]]) });
const torn = (weight: number, shares: Readonly<Record<string, number>>): Outcome => ({
  weight,
  answers: new Map(Object.entries(shares)),
});

describe("expectedInformation, against what is worked out by hand", () => {
  test.each<[string, readonly Outcome[], number]>([
    ["nothing to tell apart", [], 0],
    ["one candidate", [sure(1, "a")], 0],
    ["two alike", [sure(1, "a"), sure(1, "a")], 0],
    ["two, one bit", [sure(1, "a"), sure(1, "b")], 1],
    ["four, two bits", ["a", "b", "c", "d"].map((answer) => sure(5, answer)), 2],
    ["four in two halves, one bit", ["a", "a", "b", "b"].map((answer) => sure(5, answer)), 1],
    // -(3/4 log2 3/4 + 1/4 log2 1/4) = 2 - 3/4 log2 3
    ["three to one", [sure(3, "a"), sure(1, "b")], 2 - 0.75 * Math.log2(3)],
    // Answers: 1/4 a, 3/4 b: 0.811 bits; half of the weight answers at random, 1 bit: 0.811 - 0.5.
    ["one that may be answered either way", [torn(1, { a: 0.5, b: 0.5 }), sure(1, "b")], 1.5 - 0.75 * Math.log2(3)],
    ["answered at random", [torn(1, { a: 0.5, b: 0.5 }), torn(1, { a: 0.5, b: 0.5 })], 0],
    ["no weight at all", [sure(0, "a"), sure(0, "b")], 0],
  ])("%s", (_, outcomes, bits) => {
    expect(expectedInformation(outcomes)).toBeCloseTo(bits, 12);
  });

  test("is never negative, never more than telling all apart, and the same for weights of any scale", () => {
    const outcome = fc
      .tuple(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("a", "b", "c"),
      )
      .map(([weight, share, answer]) => torn(weight, { [answer]: share, d: 1 - share }));
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 9 }), (outcomes) => {
        const bits = expectedInformation(outcomes);
        expect(bits).toBeGreaterThan(-1e-9);
        expect(bits).toBeLessThanOrEqual(Math.log2(outcomes.length) + 1e-9);
        const scaled = outcomes.map(({ weight, answers }) => ({ weight: weight * 7, answers }));
        expect(expectedInformation(scaled)).toBeCloseTo(bits, 9);
        expect([...answerShares(outcomes).values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});
