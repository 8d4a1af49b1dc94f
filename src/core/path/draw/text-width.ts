/**
 * Widths in em of the widest faces that readers' systems are likely to have (Verdana Bold, DejaVu Sans Bold). Nothing here
 * can measure, so a line is taken for longer than it will be.
 */
const widths: readonly (readonly [characters: string, width: number])[] = [
  ["'’|ijl .,:;\\", 0.41],
  ['frt!()[]`"*-IJ', 0.56],
  ["mwMW@…—", 1.13],
  ["%", 1.28],
  ["ABCDGHKNOQRUVX#&+<=>^~→", 0.88],
];
const usual = 0.73;
/** East Asian characters and pictures are an em wide, and a little more where a fallback font draws them. */
const widest = 1.3;
/** How much narrower the same faces are when they are not bold. */
const lighter = 0.88;

const table = new Map(widths.flatMap(([characters, width]) => [...characters].map((one) => [one, width] as const)));

/** How the letters are set; `size` in pixels. */
export type Lettering = { readonly size: number; readonly weight: "bold" | "normal" };

/** How wide a line may become, in pixels. */
export function textWidth(text: string, { size, weight }: Lettering): number {
  let width = 0;
  for (const character of text) width += table.get(character) ?? (character <= "~" ? usual : widest);
  return width * size * (weight === "bold" ? 1 : lighter);
}
