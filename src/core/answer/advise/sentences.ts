/** Where a list begins or goes on: it belongs to the sentence above it. */
const listLine = /\n\s*(?=[-*•`"']|\d)/g;

/** A text cut into sentences, the lines of a list with the sentence that opens it. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(listLine, ", ")
    .split(/(?<=[.?!])(?<!\b(?:e\.g|i\.e|vs|incl)\.)\s+|\n+/i)
    .filter((sentence) => sentence.trim() !== "");
}

/** Whether the sentence names what was written so, and not merely a longer address or block that begins alike. */
export function names(sentence: string, written: string): boolean {
  const goesOn = written.includes(":") ? /^(?:\/\d|[:\da-f])/i : /^(?:\/\d|\.?\d)/;
  for (let at = sentence.indexOf(written); at >= 0 && written !== ""; at = sentence.indexOf(written, at + 1)) {
    if (!/[\w.:]$/.test(sentence.slice(0, at)) && !goesOn.test(sentence.slice(at + written.length))) return true;
  }
  return false;
}
