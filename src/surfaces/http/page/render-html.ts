import type { PageNode } from "./page-element.ts";

/** Elements that have no closing tag (HTML Living Standard, 13.1.2 Elements). */
const voidTags: ReadonlySet<string> = new Set(["input", "link", "meta", "br"]);

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Writes the page's elements as HTML; every text and every attribute value is escaped. */
export function renderHtml(node: PageNode): string {
  if (typeof node === "string") return escapeHtml(node);
  const { tag, attributes, children } = node;
  const opening = [tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${escapeHtml(value)}"`)].join(
    " ",
  );
  if (voidTags.has(tag)) return `<${opening}>`;
  // The parser drops a line break right after these tags, so one is put there for it to drop.
  const lead = tag === "textarea" || tag === "pre" ? "\n" : "";
  return `<${opening}>${lead}${children.map(renderHtml).join("")}</${tag}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
}
