import type { Answer, Statement, Step } from "../../core/answer/answer.ts";
import { citationNumbers } from "../../core/answer/compose-answer.ts";

const WIDTH = 92;

/** The answer as plain text for a terminal: wrapped, no colours, so that it pastes well. Empty for silence. */
export function renderTerminal(answer: Answer): string {
  if (answer.action === "silent") return "";
  const say = (statement: Statement) => wrap(`${statement.text}${numbers(answer, statement)}`, "");
  const blocks = [
    answer.summary ? say(answer.summary) : "",
    ...answer.details.map(say),
    renderSteps(answer, "What to do", answer.steps),
    renderSteps(answer, "How to check", answer.checks),
    renderSteps(answer, "More", answer.more),
    answer.ask ? renderAsk(answer.ask.text, answer.ask.options) : "",
    renderSources(answer),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function numbers(answer: Answer, statement: Statement): string {
  const cited = citationNumbers(answer, statement);
  return cited.length > 0 ? ` [${cited.join(", ")}]` : "";
}

function renderSteps(answer: Answer, title: string, steps: readonly Step[]): string {
  if (steps.length === 0) return "";
  const items = steps.flatMap((step) => [
    wrap(`- ${step.text}${numbers(answer, step)}`, "  "),
    ...codeLines(step).map((line) => `    ${line}`),
  ]);
  return [`${title}:`, ...items].join("\n");
}

/** As it is to be pasted, never wrapped. */
function codeLines({ command, snippet }: Step): string[] {
  return [...(command ? [command] : []), ...(snippet?.text.split("\n") ?? [])];
}

function renderAsk(text: string, options: readonly string[]): string {
  return wrap(`? ${text}${options.length > 0 ? ` (${options.join(", ")})` : ""}`, "  ");
}

function renderSources({ citations, knowledgeVersion, certainty }: Answer): string {
  if (citations.length === 0) return "";
  const lines = citations.map(
    ({ number, title, url, checkedOn }) => `  [${number}] ${title}, read ${checkedOn}\n      ${url}`,
  );
  return [`Sources (knowledge ${knowledgeVersion}${certainty ? `, ${certainty}` : ""}):`, ...lines].join("\n");
}

/** Breaks at spaces; a word longer than a line stands alone. Terminal control characters of a pasted text are shown, not sent. */
function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of visible(text).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}

function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (char) =>
    char === "\n" ? " " : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}
