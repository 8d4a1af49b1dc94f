/** A line of a message; `fenced` when it stands in a code block. */
export type PastedLine = { readonly text: string; readonly fenced: boolean };

/** No line of the listings we read is longer; what is (JSON on one line, as a rule) is read in parts. */
const LONGEST_LINE = 2000;

/** The lines of a message as the terminal had them, blank ones left out: without code fences, quote marks and what chat made of signs and names. */
export function splitPastedLines(message: string): PastedLine[] {
  return fenceInlineCode(message)
    .split("```")
    .flatMap((part, i) =>
      part
        .split("\n")
        .flatMap(besideObject)
        .flatMap(inParts)
        .filter((text) => text.trim() !== "")
        .map((text) => ({ text: undoChat(text), fenced: i % 2 === 1 })),
    );
}

/** A name in backticks belongs to its sentence; a whole line of output does not. */
function fenceInlineCode(message: string): string {
  return message
    .replace(/^ {0,8}`([^`\n]{1,2000})` {0,8}$/gm, "```$1```")
    .replace(/(?<!`)`([^`\n]{40,2000})`(?!`)/g, "```$1```");
}

/** Words before or after an object on one line are somebody's question about it. */
function besideObject(line: string): string[] {
  const start = line.indexOf('{"');
  if (start < 0 || /["{]/.test(line.slice(0, start))) return [line];
  const end = line.lastIndexOf("}") + 1;
  const tail = line.slice(end);
  return tail.includes('"')
    ? [line.slice(0, start), line.slice(start)]
    : [line.slice(0, start), line.slice(start, end), tail];
}

/** Parts end after a comma or a space, so that no value of a minified object is torn. */
function inParts(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (line.length - start > LONGEST_LINE) {
    const window = line.slice(start, start + LONGEST_LINE);
    const end = Math.max(window.lastIndexOf(","), window.lastIndexOf(" ")) + 1;
    const length = end > 0 ? end : LONGEST_LINE;
    parts.push(window.slice(0, length));
    start += length;
  }
  return [...parts, line.slice(start)];
}

const signs: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Slack writes `&lt;none&gt;` and makes links of names; a forum's quote puts `>` before each line. */
function undoChat(line: string): string {
  return line
    .replace(/^(?:> ?|&gt; ?)/, "")
    .replace(/<[a-z]{3,6}:[^|<>\s]{1,300}\|([^<>|]{1,300})>/g, "$1")
    .replace(/&(?:lt|gt|amp);/g, (sign) => signs[sign] ?? sign)
    .replace(/\r$/, "");
}
