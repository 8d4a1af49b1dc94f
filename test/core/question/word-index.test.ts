import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rarityAmong } from "../../../src/core/question/telling-words.ts";
import { indexWords } from "../../../src/core/question/word-index.ts";

const word = fc.constantFrom("route", "bridge", "pod", "tunnel", "mask", "gateway", "peer");
const words = fc.uniqueArray(word).map((list) => new Set(list));

describe("indexWords", () => {
  const texts = [new Set(["pod", "bridge"]), new Set(["pod"]), new Set(["tunnel"]), new Set<string>()];
  const index = indexWords(texts, (one) => one.length);

  test("tells where a word stands", () => {
    expect(index.having("pod")).toEqual([0, 1]);
    expect(index.having("route")).toEqual([]);
  });

  test("weighs what each text shares, and each text as a whole", () => {
    expect([...index.weighShared(new Set(["pod", "tunnel", "route"]))]).toEqual([3, 3, 6, 0]);
    expect([...index.whole]).toEqual([9, 3, 6, 0]);
  });

  test("agrees with holding the question against each text in turn", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), words, (some, asked) => {
        const rarity = rarityAmong(some);
        const sums = indexWords(some, rarity).weighShared(asked);
        for (const [place, text] of some.entries()) {
          const expected = [...text.intersection(asked)].reduce((sum, one) => sum + rarity(one), 0);
          expect(sums[place]).toBeCloseTo(expected, 9);
        }
      }),
    );
  });
});
