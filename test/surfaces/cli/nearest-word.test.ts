import { describe, expect, it } from "@jest/globals";
import { nearestWord } from "../../../src/surfaces/cli/nearest-word.ts";

const words = ["explain", "extract", "serve", "work"];

describe("nearestWord", () => {
  it.each([
    ["explain", "explain"],
    ["explian", "explain"],
    ["explan", "explain"],
    ["explaain", "explain"],
    ["extrakt", "extract"],
    ["server", "serve"],
    ["wrok", "work"],
    ["xtarct", "extract"],
    ["localhost", undefined],
    ["", undefined],
  ])("takes %s for %s", (typed, expected) => {
    expect(nearestWord(typed, words)).toBe(expected);
  });

  it("takes the first of equals, and none of no words", () => {
    expect(nearestWord("ab", ["ac", "ad"])).toBe("ac");
    expect(nearestWord("ab", [])).toBeUndefined();
  });
});
