/**
 * One element of the page, as plain data: the server writes it as HTML, and the browser's script builds the same from
 * its JSON. Text is always text: there is no way to put mark-up into a string.
 */
export type PageElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
};

export type PageNode = string | PageElement;

/** Makes an element; an attribute without a value is written as `""`. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly PageNode[]
): PageElement {
  return { tag, attributes, children };
}

/** A link that opens only http and https addresses; anything else stays text. */
export function link(url: string, ...children: readonly PageNode[]): PageElement {
  const isWeb = URL.canParse(url) && ["https:", "http:"].includes(new URL(url).protocol);
  return isWeb ? element("a", { href: url, rel: "noreferrer" }, ...children) : element("span", {}, ...children);
}
