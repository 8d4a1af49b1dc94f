import { type Block, gap, stack } from "./block.ts";
import type { DrawnPlace, DrawnRewrite } from "./drawing.ts";
import { writeEnd } from "./name-end.ts";
import { boxColumn, boxText } from "./sheet.ts";
import { svgElement } from "./svg-element.ts";
import { textBlock } from "./text-block.ts";
import { textStyles } from "./text-styles.ts";
import { textWidth } from "./text-width.ts";

/** A place as a box with its name, what it rewrites and what else is to be known of it. */
export function layOutPlace({ kind, name, sees, remarks, rewrites }: DrawnPlace): Block {
  const inside = stack(
    gap(9),
    textBlock(name, "name", boxText),
    ...rewrites.flatMap((rewrite) => [gap(7), layOutRewrite(rewrite)]),
    ...remarks.flatMap((remark) => [gap(4), textBlock(remark, "quiet", boxText)]),
    ...(sees ? [gap(4), textBlock(`sees as source: ${writeEnd(sees)}`, "strong", boxText)] : []),
    gap(10),
  );
  const { height } = inside;
  const { x, width } = boxColumn;
  const dashes: Readonly<Record<string, string>> = kind === "virtual" ? { "stroke-dasharray": "6 4" } : {};
  const edge = { "stroke-width": kind === "end" ? 2 : 1.25, ...dashes };
  return {
    height,
    at: (y) => [svgElement("rect", { class: `walk-${kind}`, x, y, width, height, rx: 8, ...edge }), ...inside.at(y)],
  };
}

/** The mark is a filled label in words, so that it shows without colours too. */
function layOutRewrite({ end, from, to }: DrawnRewrite): Block {
  return stack(
    layOutMark(`${end} rewritten`),
    gap(3),
    textBlock(`${writeEnd(from)} → ${writeEnd(to)}`, "text", boxText),
  );
}

function layOutMark(label: string): Block {
  const { x } = boxText;
  const { size, lineHeight } = textStyles.badge;
  const width = textWidth(label, textStyles.badge) + 8;
  const height = lineHeight + 4;
  return {
    height,
    at: (y) => [
      svgElement("rect", { class: "walk-mark", x, y, width, height, rx: 4 }),
      svgElement(
        "text",
        { class: "walk-badge", x: x + width / 2, y: y + height / 2 + size * 0.35, "text-anchor": "middle" },
        label,
      ),
    ],
  };
}
