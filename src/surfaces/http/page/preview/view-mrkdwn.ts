import { element, link, type PageNode } from "../page-element.ts";

/** Code, a link with or without its words, bold, italic: what our own messages use of Slack's mrkdwn. */
const INLINE = /`([^`\n]+)`|<([^<>|\n]+)(?:\|([^<>\n]+))?>|(?<!\w)\*([^*\n]+)\*(?!\w)|(?<!\w)_([^_\n]+)_(?!\w)/g;

/** Slack's mrkdwn as the page shows it (docs.slack.dev, "Formatting message text"). What is not known stays text. */
export function viewMrkdwn(text: string): PageNode[] {
  return text
    .split(/```\n?([\s\S]*?)\n?```/)
    .flatMap((part, i) => (i % 2 === 1 ? [element("pre", {}, decode(part))] : viewLines(part)));
}

function viewLines(text: string): PageNode[] {
  const trimmed = text.replace(/^\n|\n$/g, "");
  if (trimmed === "") return [];
  return trimmed.split("\n").map((line) => element("div", {}, ...viewInline(line)));
}

function viewInline(line: string): PageNode[] {
  const nodes: PageNode[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    nodes.push(decode(line.slice(end, match.index)), viewMatch(match));
    end = match.index + match[0].length;
  }
  return [...nodes, decode(line.slice(end))].filter((node) => node !== "");
}

function viewMatch([whole, code, target, words, bold, italic]: readonly string[]): PageNode {
  if (code !== undefined) return element("code", {}, decode(code));
  if (target !== undefined) return link(decode(target), decode(words ?? target));
  if (bold !== undefined) return element("strong", {}, ...viewInline(bold));
  if (italic !== undefined) return element("em", {}, ...viewInline(italic));
  return decode(whole ?? "");
}

/** Slack escapes three characters, and only those. */
function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
