/** One element of a drawing, as plain data. Text is always text: what writes it escapes it. */
export type SvgElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
};

/** Makes an element; numbers are written with at most two decimals. */
export function svgElement(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SvgElement | string)[]
): SvgElement {
  const written = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === "number" ? String(Math.round(value * 100) / 100) : value,
  ]);
  return { tag, attributes: Object.fromEntries(written), children };
}
