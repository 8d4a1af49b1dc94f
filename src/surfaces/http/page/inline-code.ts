import { element, type PageNode } from "./page-element.ts";

/** A statement's text, in which only inline code in backticks is mark-up. */
export function inlineCode(text: string): PageNode[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? element("code", {}, part) : part))
    .filter((node) => node !== "");
}
