import type { Answer } from "./answer.ts";
import { diffLines } from "./diff-lines.ts";
import { renderMarkdown } from "./render-markdown.ts";

const OTHER_NUMBERS = "~ the same statements and sources, with other sources behind some of them";

/**
 * How the second answer differs from the first for whoever reads it, line by line as `diffLines` writes it; empty where it
 * does not. The knowledge's version and the days on which sources were read differ by nature and do not count.
 */
export function compareAnswers(before: Answer, after: Answer): string[] {
  const lines = diffLines(linesOf(before), linesOf(after));
  if (lines.length > 0) return lines;
  return renderUndated(before) === renderUndated(after) ? [] : [OTHER_NUMBERS];
}

/** Without numbers, since a source more would change every line after it. */
function linesOf(answer: Answer): string[] {
  const { action, certainty, citations } = answer;
  const statements = renderMarkdown({ ...answer, citations: [] }).split("\n");
  return [
    certainty ? `${action}, ${certainty}` : action,
    ...statements.filter((line) => line.trim() !== ""),
    ...citations.map(({ title, url }) => `source: ${title}, ${url}`),
  ];
}

function renderUndated(answer: Answer): string {
  const citations = answer.citations.map((citation) => ({ ...citation, checkedOn: "" }));
  return renderMarkdown({ ...answer, citations, knowledgeVersion: "" });
}
