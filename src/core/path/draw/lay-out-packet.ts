import { type Block, beside, gap, stack } from "./block.ts";
import type { DrawnEnd, DrawnPacket } from "./drawing.ts";
import { writeEnd } from "./name-end.ts";
import { arrowX, packetLabel, packetText } from "./sheet.ts";
import { svgElement } from "./svg-element.ts";
import { textBlock } from "./text-block.ts";
import { type TextStyle, textStyles } from "./text-styles.ts";
import { textWidth } from "./text-width.ts";

const HEAD = 8;

/** The arrow to the next place, and beside it what the packet carries there. */
export function layOutPacket({ source, destination }: DrawnPacket): Block {
  const text = stack(gap(8), layOutEnd("source", source), gap(2), layOutEnd("destination", destination), gap(8));
  const { height } = text;
  return {
    height,
    at: (y) => {
      const tip = y + height - 1;
      return [
        svgElement("path", { class: "walk-line", d: `M${arrowX} ${y + 1}V${tip - HEAD}`, "stroke-width": 2 }),
        svgElement("path", { class: "walk-head", d: `M${arrowX} ${tip}l-6 -${HEAD + 1}h12z` }),
        ...text.at(y),
      ];
    },
  };
}

/** From the Service to the place that stands for it no packet goes. */
export const layOutStandIn: Block = {
  height: 12,
  at: (y) => [
    svgElement("path", { class: "walk-line", d: `M${arrowX} ${y}v12`, "stroke-width": 2, "stroke-dasharray": "3 3" }),
  ],
};

function layOutEnd(label: string, end: DrawnEnd): Block {
  const name = stack(gap(1), textBlock(label, "quiet", packetLabel));
  return beside(name, stack(...linesOf(end).map((line) => textBlock(line, styleOf(end), packetText))));
}

/** Address and name on one line or, where that is too long, on two. */
function linesOf(end: DrawnEnd): readonly string[] {
  const mark = end.isNew ? ", new" : "";
  const whole = `${writeEnd(end)}${mark}`;
  const fits = textWidth(whole, textStyles[styleOf(end)]) <= packetText.width;
  return fits || end.address === undefined ? [whole] : [end.address, `(${end.name})${mark}`];
}

function styleOf({ isNew }: DrawnEnd): TextStyle {
  return isNew ? "changed" : "text";
}
