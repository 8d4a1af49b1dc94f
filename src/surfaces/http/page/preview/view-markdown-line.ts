import { element, link, type PageNode } from "../page-element.ts";

/** An escaped character, code, a link, bold, emphasis: what our own replies use inside a line. */
const INLINE =
  /\\([!-/:-@[-`{-~])|`([^`]+)`|\[((?:\\.|[^\\[\]])+)\]\((?:<([^<>]*)>|([^\s()<>]*))\)|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*/g;

/** CommonMark's inline mark-up as elements; what is not known stays text. */
export function viewMarkdownLine(line: string): PageNode[] {
  const nodes: PageNode[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    nodes.push(line.slice(end, match.index), viewMatch(match));
    end = match.index + match[0].length;
  }
  return joinText([...nodes, line.slice(end)]);
}

function viewMatch([whole, escaped, code, words, bracketed, bare, bold, emphasis]: readonly (
  | string
  | undefined
)[]): PageNode {
  if (escaped !== undefined) return escaped;
  if (code !== undefined) return element("code", {}, code);
  if (words !== undefined) return link(bracketed ?? bare ?? "", ...viewMarkdownLine(words));
  if (bold !== undefined) return element("strong", {}, ...viewMarkdownLine(bold));
  if (emphasis !== undefined) return element("em", {}, ...viewMarkdownLine(emphasis));
  return whole ?? "";
}

/** Neighbouring strings become one, and empty ones go. */
function joinText(nodes: readonly PageNode[]): PageNode[] {
  const joined: PageNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (typeof node === "string" && typeof last === "string") joined[joined.length - 1] = last + node;
    else if (node !== "") joined.push(node);
  }
  return joined;
}
