import { element, type PageElement, type PageNode } from "../page-element.ts";
import { viewMarkdownLine } from "./view-markdown-line.ts";

/** A list item's first line: its indent, its marker, its text. */
const ITEM = /^( *)([-*]|\d+\.) +(.*)$/;
const FENCE = /^ *```/;

/**
 * The part of CommonMark that our own replies use (paragraphs, lists, fenced code, inline mark-up), as elements. What it
 * does not know stays text: it is a preview of what we write, not a Markdown reader.
 */
export function viewMarkdown(markdown: string): PageElement[] {
  return viewLines(markdown.split("\n"));
}

function viewLines(lines: readonly string[]): PageElement[] {
  const blocks: PageElement[] = [];
  let rest = lines;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const length = first.trim() === "" ? 1 : blockLength(first, rest);
    if (first.trim() !== "") blocks.push(viewBlock(first, rest.slice(0, length)));
    rest = rest.slice(length);
  }
  return blocks;
}

/** How many lines the block that starts with `first` takes. */
function blockLength(first: string, lines: readonly string[]): number {
  if (FENCE.test(first)) return lengthUntil(lines, (line) => FENCE.test(line)) + 1;
  const marker = ITEM.exec(first)?.[2];
  if (marker === undefined)
    return lengthUntil(lines, (line) => line.trim() === "" || FENCE.test(line) || ITEM.test(line));
  return lengthUntil(lines, (line, i) => !isListLine(line, lines[i + 1], isOrdered(marker)));
}

function lengthUntil(lines: readonly string[], ends: (line: string, i: number) => boolean): number {
  const end = lines.findIndex((line, i) => i > 0 && ends(line, i));
  return end === -1 ? lines.length : end;
}

/** A list goes on with items of its kind, with indented lines, and over blank lines that one of these follows. */
function isListLine(line: string, next: string | undefined, ordered: boolean): boolean {
  if (line.trim() === "") return next !== undefined && next.trim() !== "" && isListLine(next, undefined, ordered);
  const marker = ITEM.exec(line)?.[2];
  return line.startsWith("  ") || (marker !== undefined && isOrdered(marker) === ordered);
}

function isOrdered(marker: string): boolean {
  return marker.endsWith(".");
}

function viewBlock(first: string, block: readonly string[]): PageElement {
  if (FENCE.test(first)) return viewFence(first, block);
  const marker = ITEM.exec(first)?.[2];
  if (marker === undefined) return element("p", {}, ...viewParagraph(block));
  const start = isOrdered(marker) ? { start: String(Number.parseInt(marker, 10)) } : {};
  return element(isOrdered(marker) ? "ol" : "ul", start, ...splitItems(block).map(viewItem));
}

function viewFence(first: string, block: readonly string[]): PageElement {
  const indent = first.length - first.trimStart().length;
  const inside = block.slice(1).filter((line) => !FENCE.test(line));
  return element("pre", {}, element("code", {}, inside.map((line) => line.slice(indent)).join("\n")));
}

function viewParagraph(lines: readonly string[]): PageNode[] {
  return lines.flatMap((line, i) => [...(i > 0 ? ["\n"] : []), ...viewMarkdownLine(line.trim())]);
}

/** The lines of each item, without its marker and without the indent of what follows, which is as wide as the marker. */
function splitItems(block: readonly string[]): string[][] {
  const items: string[][] = [];
  let width = 0;
  for (const line of block) {
    const text = line.startsWith("  ") ? undefined : ITEM.exec(line)?.[3];
    if (text === undefined) items.at(-1)?.push(line.slice(0, width).trimStart() + line.slice(width));
    else {
      items.push([text]);
      width = line.length - text.length;
    }
  }
  return items;
}

/** The text of a short item stands in it directly, as in a tight list. */
function viewItem(lines: readonly string[]): PageElement {
  const blocks = viewLines(lines);
  return element("li", {}, ...blocks.flatMap((block, i) => (i === 0 && block.tag === "p" ? block.children : [block])));
}
