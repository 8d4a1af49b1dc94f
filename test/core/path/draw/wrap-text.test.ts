import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { textWidth } from "../../../../src/core/path/draw/text-width.ts";
import { wrapText } from "../../../../src/core/path/draw/wrap-text.ts";

const lettering = { size: 14, weight: "normal" } as const;

test("lines are broken between words, and within a word that fits on no line", () => {
  expect(wrapText("node of the calling pod", 90, lettering, 9).lines).toEqual(["node of the ", "calling pod"]);
  expect(wrapText("2001:db8:1234:5678", 90, lettering, 9).lines).toEqual(["2001:db8:", "1234:5678"]);
  expect(wrapText("abcdefghijklmnop", 90, lettering, 9).lines.join("")).toBe("abcdefghijklmnop");
});

test("the lines together are the text, and each fits", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
      const { lines, isCut } = wrapText(text, width, lettering, 1_000);
      expect(isCut).toBe(false);
      expect(lines.join("")).toBe(text);
      for (const line of lines) expect(textWidth(line.trimEnd(), lettering)).toBeLessThanOrEqual(width);
    }),
  );
});

test("what is too long ends in an ellipsis that fits too", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 200, maxLength: 400 }), fc.integer({ min: 1, max: 4 }), (text, most) => {
      const { lines, isCut } = wrapText(`x${text}x`, 100, lettering, most);
      if (!isCut) return;
      expect(lines).toHaveLength(most);
      expect(lines.at(-1)).toMatch(/…$/);
      for (const line of lines) expect(textWidth(line.trimEnd(), lettering)).toBeLessThanOrEqual(100);
    }),
  );
});
