import { type Paint, paints } from "./drawing-look.ts";
import { textStyles } from "./text-styles.ts";

const faces = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", "Liberation Sans", Arial, sans-serif';

type Use = readonly [name: string, property: "fill" | "stroke", paint: Paint];

/** What each colour is for. */
const uses: readonly Use[] = [
  ["ground", "fill", "ground"],
  ["end", "fill", "end"],
  ["end", "stroke", "edge"],
  ["between", "fill", "box"],
  ["between", "stroke", "line"],
  ["virtual", "fill", "ground"],
  ["virtual", "stroke", "edge"],
  ["line", "stroke", "line"],
  ["head", "fill", "line"],
  ["mark", "fill", "mark"],
  ...Object.entries(textStyles).map(([name, { paint }]): Use => [name, "fill", paint]),
];

const letters = Object.entries(textStyles).map(
  ([name, { size, weight }]) => `.walk-${name} { font-size: ${size}px; font-weight: ${weight}; }`,
);

/**
 * The style sheet of a drawing, by day and by night. Colours are written out at each use and the look by day stands outside
 * of any condition, because what turns a drawing into pixels may know neither variables nor `@media`.
 */
export const drawingStyle = [
  `.walk { font-family: ${faces}; }`,
  ...letters,
  ...paint("light"),
  "@media (prefers-color-scheme: dark) {",
  ...paint("dark"),
  "}",
  "",
].join("\n");

function paint(look: keyof typeof paints): string[] {
  return uses.map(([name, property, used]) => `.walk-${name} { ${property}: ${paints[look][used]}; }`);
}
