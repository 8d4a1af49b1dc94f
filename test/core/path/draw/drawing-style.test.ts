import { describe, expect, test } from "@jest/globals";
import { type Paint, paints } from "../../../../src/core/path/draw/drawing-look.ts";
import { drawingStyle } from "../../../../src/core/path/draw/drawing-style.ts";
import { textStyles } from "../../../../src/core/path/draw/text-styles.ts";

/** Contrast of two colours as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(["light", "dark"] as const)("%s", (look) => {
  const paint = paints[look];

  test.each<[Paint, Paint]>([
    ["text", "ground"],
    ["text", "box"],
    ["text", "end"],
    ["quiet", "ground"],
    ["quiet", "box"],
    ["quiet", "end"],
    ["mark", "ground"],
    ["onMark", "mark"],
  ])("%s on %s is read (4.5 to 1)", (front, back) => {
    expect(contrast(paint[front], paint[back])).toBeGreaterThanOrEqual(4.5);
  });

  test.each<[Paint, Paint]>([
    ["line", "ground"],
    ["line", "box"],
    ["edge", "ground"],
    ["edge", "end"],
    ["mark", "box"],
  ])("%s on %s is seen (3 to 1)", (front, back) => {
    expect(contrast(paint[front], paint[back])).toBeGreaterThanOrEqual(3);
  });
});

test("the contrast is WCAG's", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("no letters are below 13 pixels", () => {
  expect(Object.values(textStyles).filter(({ size }) => size < 13)).toEqual([]);
});

test("the look by night has a rule for every rule by day that has a colour, and the sheet loads nothing", () => {
  const [day = "", night = ""] = drawingStyle.split("@media (prefers-color-scheme: dark) {");
  const selectors = (sheet: string) => [...sheet.matchAll(/^(\.[\w-]+) \{ (fill|stroke)/gm)].map(([rule]) => rule);
  expect(selectors(night)).toEqual(selectors(day));
  expect(selectors(day).length).toBeGreaterThan(15);
  expect(drawingStyle).not.toMatch(/@import|url\(|var\(/);
});
