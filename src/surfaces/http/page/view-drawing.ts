import type { AnswerDrawing } from "../../../core/answer/answer.ts";
import { drawSvg } from "../../../core/path/draw/draw-svg.ts";
import { element, link, type PageNode } from "./page-element.ts";

/** The way of the packet with what it was drawn from; nothing where there is none. Its style is a file of its own. */
export function viewDrawing(drawing: AnswerDrawing | undefined): PageNode[] {
  if (drawing === undefined) return [];
  return [
    element("h3", {}, "The way of the packet"),
    element("figure", {}, drawSvg(drawing), element("figcaption", { class: "fine" }, ...viewGrounds(drawing))),
  ];
}

function viewGrounds({ evidence }: AnswerDrawing): PageNode[] {
  const sources = evidence.flatMap((item) => item.sources.slice(0, 1));
  const links = [...new Map(sources.map(({ url, title }) => [url, link(url, title)])).values()];
  return links.length > 0 ? ["Drawn from ", ...links.flatMap((one, i) => (i > 0 ? [", ", one] : [one])), "."] : [];
}
