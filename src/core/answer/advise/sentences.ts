import { headAndTail } from "../../question/recognise-topics.ts";

/** Where a list begins or goes on, by a bullet or an address alone on its line: it belongs to the sentence above it. */
const listLine = /(?<!\n)\n{1,2}[ \t]{0,8}(?=[-*•][ \t]|[`"']?[\da-f.:/]{3,45}[`"',;]{0,2}[ \t]{0,8}(?:\n|$))/gi;

/** A text cut into sentences, the lines of a list with the sentence that opens it; of a long log only its ends. */
export function sentencesOf(text: string): string[] {
  return headAndTail(text)
    .replace(listLine, ", ")
    .split(/(?<=[.?!])(?<!\b(?:e\.g|i\.e|vs|incl)\.)\s+|\n+/i)
    .filter((sentence) => sentence.trim() !== "");
}

/** Whether the sentence names what was written so, and not merely a longer address or block that begins alike. */
export function names(sentence: string, written: string): boolean {
  const goesOn = written.includes(":") ? /^(?:\/\d|[:\da-f])/i : /^(?:\/\d|\.?\d)/;
  for (let at = sentence.indexOf(written); at >= 0 && written !== ""; at = sentence.indexOf(written, at + 1)) {
    const end = at + written.length;
    if (!/[\w.:]/.test(sentence.charAt(at - 1)) && !goesOn.test(sentence.slice(end, end + 2))) return true;
  }
  return false;
}
