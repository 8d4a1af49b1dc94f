import { type Lettering, textWidth } from "./text-width.ts";

/** Lines that together are the text, spaces too; with `isCut` the last one ends in "…" and the rest is left out. */
export type Wrapped = { readonly lines: readonly string[]; readonly isCut: boolean };

/** Breaks a text between words, and within a word that is longer than a line. */
export function wrapText(text: string, width: number, lettering: Lettering, mostLines: number): Wrapped {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, width, lettering)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), lettering) > width) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  lines.push(line);
  if (lines.length <= mostLines) return { lines, isCut: false };
  const kept = lines.slice(0, mostLines);
  return { lines: [...kept.slice(0, -1), cut(kept.at(-1) ?? "", width, lettering)], isCut: true };
}

/** Words with the spaces behind them; longer ones in the groups of an address or a name, and these, if need be, in letters. */
function piecesOf(text: string, width: number, lettering: Lettering): readonly string[] {
  const fits = (piece: string) => textWidth(piece.trimEnd(), lettering) <= width;
  return text
    .split(/(?<= )/)
    .flatMap((word) => (fits(word) ? [word] : word.split(/(?<=[:./-])/)))
    .flatMap((piece) => (fits(piece) ? [piece] : [...piece]));
}

function cut(line: string, width: number, lettering: Lettering): string {
  let kept = [...line.trimEnd()];
  while (kept.length > 0 && textWidth(`${kept.join("")}…`, lettering) > width) kept = kept.slice(0, -1);
  return `${kept.join("")}…`;
}
