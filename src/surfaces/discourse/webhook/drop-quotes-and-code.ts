/**
 * What the author says in their own words: a post without quotes (`[quote]…[/quote]`, `>` lines) and without code
 * (fenced, indented, inline), where a mention is somebody else's or an example.
 */
export function dropQuotesAndCode(raw: string): string {
  return dropInlineCode(dropQuotedAndCodeLines(dropQuoteTags(raw)));
}

/** Quotes nest. A quote that is never closed is plain text to Discourse, so it is to us. */
function dropQuoteTags(raw: string): string {
  let depth = 0;
  let keptTo = 0;
  let kept = "";
  for (const tag of raw.matchAll(/\[(\/?)quote\b[^\]\n]{0,300}\]/gi)) {
    if (depth === 0) kept += raw.slice(keptTo, tag.index);
    depth = Math.max(0, depth + (tag[1] === "/" ? -1 : 1));
    keptTo = tag.index + tag[0].length;
  }
  return depth > 0 ? raw : kept + raw.slice(keptTo);
}

function dropQuotedAndCodeLines(text: string): string {
  let fence: string | undefined;
  let afterBlank = true;
  const kept: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (!/^ {0,3}>/.test(line) && !(afterBlank && /^(?: {4}|\t)/.test(line))) {
      kept.push(line);
      afterBlank = line.trim() === "";
    }
  }
  return kept.join("\n");
}

function dropInlineCode(text: string): string {
  return text.replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, " ");
}
