import type { SvgElement } from "../../../../src/core/path/draw/svg-element.ts";
import { type TextStyle, textStyles } from "../../../../src/core/path/draw/text-styles.ts";

export type Area = {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Widths of DejaVu Sans Bold in hundredths of an em, as Chromium measures them; what is not there counts as a full em. */
const measured: Readonly<Record<number, string>> = {
  35: "'ijl ",
  38: "/IJ\\|,.’",
  40: ":;",
  44: "-f",
  46: "!()[]",
  49: "tr",
  52: '_`"*',
  58: "?z",
  60: "cs",
  65: "Lvxy",
  69: "akEFTeéo",
  72: "$0123456789hnu{}SYbdgpq",
  78: "CPZBAKRVX",
  85: "UGD#+<=>HN^~→OQ",
  92: "&w",
};
const widths = new Map(
  Object.entries(measured).flatMap(([width, characters]) => [...characters].map((one) => [one, Number(width) / 100])),
);

function widthOf(line: string, style: TextStyle): number {
  const { size, weight } = textStyles[style];
  const bold = [...line.trimEnd()].reduce((width, one) => width + (widths.get(one) ?? (one > "~" ? 1 : 1.04)), 0);
  return bold * size * (weight === "bold" ? 1 : 0.9);
}

/** The boxes of the places, in their order. */
export function boxesOf(svg: SvgElement): readonly Area[] {
  return elementsOf(svg, "rect")
    .filter(({ attributes }) => /^walk-(end|between|virtual)$/.test(attributes.class ?? ""))
    .map(areaOf);
}

/** Every line of text with the room it takes. */
export function linesOf(svg: SvgElement): readonly Area[] {
  return elementsOf(svg, "text").flatMap((text) => {
    const style = (text.attributes.class ?? "").replace("walk-", "") as TextStyle;
    const { size } = textStyles[style];
    const [first, ...more] = text.children.filter((child) => typeof child === "string" || child.tag === "tspan");
    let baseline = numberOf(text, "y");
    return [first, ...more].map((line) => {
      if (typeof line === "object") baseline += numberOf(line, "dy");
      const words = textOf(line ?? "");
      const width = widthOf(words, style);
      const x = numberOf(typeof line === "object" ? line : text, "x");
      const left = text.attributes["text-anchor"] === "middle" ? x - width / 2 : x;
      return { what: words, left, right: left + width, top: baseline - size * 0.8, bottom: baseline + size * 0.2 };
    });
  });
}

/** What is wrong with how a drawing is laid out; empty when nothing is. */
export function faultsOf(svg: SvgElement): string[] {
  const sheet: Area = {
    what: "sheet",
    left: 0,
    top: 0,
    right: numberOf(svg, "width"),
    bottom: numberOf(svg, "height"),
  };
  const [boxes, lines] = [boxesOf(svg), linesOf(svg)];
  return [
    ...[...boxes, ...lines].filter((area) => !isWithin(area, sheet)).map(({ what }) => `off the sheet: ${what}`),
    ...overlaps(boxes),
    ...overlaps(lines),
    ...lines.flatMap((line) =>
      boxes
        .filter((box) => isApart(line, box) === false && !isWithin(line, box))
        .map((box) => `${line.what} crosses the edge of ${box.what}`),
    ),
  ];
}

function overlaps(areas: readonly Area[]): string[] {
  return areas.flatMap((one, i) =>
    areas.slice(i + 1).flatMap((other) => (isApart(one, other) ? [] : [`${one.what} lies on ${other.what}`])),
  );
}

function isApart(a: Area, b: Area): boolean {
  return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

function isWithin(inner: Area, outer: Area): boolean {
  const { left, right, top, bottom } = outer;
  return inner.left >= left && inner.right <= right && inner.top >= top && inner.bottom <= bottom;
}

function areaOf(rect: SvgElement): Area {
  const [left, top] = [numberOf(rect, "x"), numberOf(rect, "y")];
  const [right, bottom] = [left + numberOf(rect, "width"), top + numberOf(rect, "height")];
  return { what: rect.attributes.class ?? "", left, right, top, bottom };
}

/** All elements of a kind, in the order of the document. */
export function elementsOf(node: SvgElement, tag: string): readonly SvgElement[] {
  const below = node.children.flatMap((child) => (typeof child === "string" ? [] : elementsOf(child, tag)));
  return node.tag === tag ? [node, ...below] : below;
}

/** All that can be read in it. */
export function textOf(node: SvgElement | string): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

function numberOf({ attributes }: SvgElement, name: string): number {
  return Number(attributes[name]);
}
