import { type Block, gap, stack } from "./block.ts";
import type { Drawing, DrawnNote } from "./drawing.ts";
import { layOutPacket, layOutStandIn } from "./lay-out-packet.ts";
import { layOutPlace } from "./lay-out-place.ts";
import { plainText } from "./plain-text.ts";
import { boxColumn, sheetWidth } from "./sheet.ts";
import { type SvgElement, svgElement } from "./svg-element.ts";
import { textBlock } from "./text-block.ts";

/**
 * The drawing as an `<svg>` element (SVG 2) without style: its classes are those of `drawingStyle`. Its ids are made for one
 * drawing a page.
 */
export function drawSvg(drawing: Drawing): SvgElement {
  const { title, alt } = drawing;
  const sheet = stack(
    gap(12),
    textBlock(title, "title", boxColumn),
    gap(12),
    ...layOutSteps(drawing),
    ...drawing.notes.map(layOutNote),
    gap(14),
  );
  const size = { width: sheetWidth, height: sheet.height };
  return svgElement(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "walk",
      role: "img",
      "aria-labelledby": "walk-title walk-alt",
      ...size,
      viewBox: `0 0 ${sheetWidth} ${sheet.height}`,
    },
    svgElement("title", { id: "walk-title" }, plainText(title)),
    svgElement("desc", { id: "walk-alt" }, plainText(alt)),
    svgElement("rect", { class: "walk-ground", ...size, rx: 8 }),
    ...sheet.at(0),
  );
}

function layOutSteps({ steps }: Drawing): Block[] {
  return steps.flatMap((step, i) => {
    if (step.kind === "packet") return [layOutPacket(step)];
    const isStoodFor = steps[i + 1]?.kind === "between" || steps[i + 1]?.kind === "end";
    return [layOutPlace(step), ...(isStoodFor ? [layOutStandIn] : [])];
  });
}

function layOutNote({ heading, text }: DrawnNote): Block {
  return stack(gap(14), textBlock(heading, "strong", boxColumn), gap(1), textBlock(text, "quiet", boxColumn));
}
