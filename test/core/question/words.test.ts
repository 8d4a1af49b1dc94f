import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { containsPhrase, hasPhraseAt, placesOfWords } from "../../../src/core/question/words.ts";

describe("containsPhrase", () => {
  test.each<[string, string, boolean]>([
    ["the mask is wrong", "mask", true],
    ["an unmasked address", "mask", false],
    ["api.pod.cluster", ".pod.", true],
    ["unmask the mask", "mask", true],
    ["a * * * b", "* * *", true],
    ["anything", "", false],
  ])("%s: %s", (text, phrase, expected) => {
    expect(containsPhrase(text, phrase)).toBe(expected);
  });
});

describe("placesOfWords", () => {
  test("tells where each word begins", () => {
    expect([...placesOfWords("pod to pod-2")]).toEqual([
      ["pod", [0, 7]],
      ["to", [4]],
      ["2", [11]],
    ]);
  });

  test("to look where a word of a phrase stands finds the phrase wherever it is", () => {
    const piece = fc.constantFrom("pod", "mask", "un", "-", ".", " ", "é", "10");
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (whole, phrase) => {
        const [anchor] = [...placesOfWords(phrase)];
        fc.pre(anchor !== undefined);
        const [word = "", [anchorAt = 0] = []] = anchor ?? [];
        const places = placesOfWords(whole).get(word) ?? [];
        expect(places.some((at) => hasPhraseAt(whole, phrase, at - anchorAt))).toBe(containsPhrase(whole, phrase));
      }),
      { numRuns: 500 },
    );
  });
});
