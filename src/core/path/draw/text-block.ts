import type { Block } from "./block.ts";
import { plainText } from "./plain-text.ts";
import { type SvgElement, svgElement } from "./svg-element.ts";
import { type TextStyle, textStyles } from "./text-styles.ts";
import { wrapText } from "./wrap-text.ts";

/** Where a text may stand, from its left edge. */
export type Column = { readonly x: number; readonly width: number };

const MOST_LINES = 8;

/** A text in lines that fit; of one that has too many the whole stands in its `<title>`. */
export function textBlock(text: string, style: TextStyle, { x, width }: Column): Block {
  const { size, lineHeight, weight } = textStyles[style];
  const plain = plainText(text);
  const { lines, isCut } = wrapText(plain, width, { size, weight }, MOST_LINES);
  const baseline = (lineHeight - size) / 2 + size * 0.8;
  return {
    height: lines.length * lineHeight,
    at: (top) => [
      svgElement(
        "text",
        { class: `walk-${style}`, x, y: top + baseline },
        ...(isCut ? [svgElement("title", {}, plain)] : []),
        ...toSpans(lines, x, lineHeight),
      ),
    ],
  };
}

function toSpans([first = "", ...more]: readonly string[], x: number, lineHeight: number): (SvgElement | string)[] {
  return [first, ...more.map((line) => svgElement("tspan", { x, dy: lineHeight }, line))];
}
