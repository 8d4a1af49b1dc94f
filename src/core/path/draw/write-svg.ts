import { drawSvg } from "./draw-svg.ts";
import type { Drawing } from "./drawing.ts";
import { drawingStyle } from "./drawing-style.ts";
import { type SvgElement, svgElement } from "./svg-element.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The drawing as an SVG file that needs nothing else: style inside, no script, no reference to anything outside. */
export function writeSvg(drawing: Drawing): string {
  const { tag, attributes, children } = drawSvg(drawing);
  return `${write({ tag, attributes, children: [svgElement("style", {}, drawingStyle), ...children] })}\n`;
}

function write(node: SvgElement | string): string {
  if (typeof node === "string") return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${node.tag}${attributes.join("")}>${node.children.map(write).join("")}</${node.tag}>`;
}

/** Quotes in the style sheet are escaped too, which an XML parser undoes before the sheet is read. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}
