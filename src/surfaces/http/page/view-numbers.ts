import { element, type PageNode } from "./page-element.ts";

/** Source numbers, each a link to its place in the list of sources. */
export function viewNumbers(numbers: readonly number[]): PageNode[] {
  return numbers.flatMap((number) => [
    " ",
    element("a", { class: "cite", href: `#source-${number}`, "aria-label": `Source ${number}` }, `[${number}]`),
  ]);
}
