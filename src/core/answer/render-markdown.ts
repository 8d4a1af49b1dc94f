import type { Answer, Citation, Statement, Step } from "./answer.ts";
import { citationNumbers } from "./compose-answer.ts";

/**
 * The answer as CommonMark: the summary, why, what to do, how to check, the question back, the sources with their dates.
 * Empty for silence. Statements are escaped, so that nothing in them becomes mark-up; inline code stays code.
 */
export function renderMarkdown(answer: Answer): string {
  if (answer.action === "silent") return "";
  const blocks = [
    answer.summary ? renderStatement(answer, answer.summary) : "",
    ...answer.details.map((statement) => renderStatement(answer, statement)),
    renderSteps(answer, "What to do", answer.steps),
    renderSteps(answer, "How to check", answer.checks),
    answer.ask ? renderAsk(answer.ask.text, answer.ask.options) : "",
    renderSources(answer),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function renderStatement(answer: Answer, statement: Statement): string {
  return `${escapeMarkdown(statement.text)}${renderNumbers(answer, statement)}`;
}

function renderNumbers(answer: Answer, statement: Statement): string {
  const numbers = citationNumbers(answer, statement);
  return numbers.length > 0 ? `\u00a0\\[${numbers.join(", ")}\\]` : "";
}

function renderSteps(answer: Answer, title: string, steps: readonly Step[]): string {
  if (steps.length === 0) return "";
  const items = steps.map((step) => {
    const code = [
      ...(step.command ? [renderCode("sh", step.command)] : []),
      ...(step.snippet ? [renderCode(step.snippet.language, step.snippet.text)] : []),
    ];
    return [`- ${renderStatement(answer, step)}`, ...code].join("\n\n");
  });
  return `**${title}**\n\n${items.join("\n")}`;
}

/** A fenced block within a list item: indented by two, so that it belongs to the item. */
function renderCode(language: string, text: string): string {
  return [`\`\`\`${language}`, ...text.split("\n"), "```"].map((line) => (line === "" ? "" : `  ${line}`)).join("\n");
}

function renderAsk(text: string, options: readonly string[]): string {
  const choices = options.length > 0 ? ` (${options.map(escapeMarkdown).join(", ")})` : "";
  return `**${escapeMarkdown(text)}**${choices}`;
}

function renderSources({ citations, knowledgeVersion }: Answer): string {
  if (citations.length === 0) return "";
  const byDay = Map.groupBy(citations, ({ checkedOn }) => checkedOn);
  const lines = [...byDay].map(([day, read]) => `Sources, read ${day}: ${read.map(renderCitation).join(", ")}`);
  return `${lines.join("\n")}\nKnowledge ${knowledgeVersion}`;
}

function renderCitation({ number, title, url }: Citation): string {
  return `\\[${number}\\] [${escapeMarkdown(title)}](<${url}>)`;
}

/** Escapes CommonMark's special characters outside of inline code, and folds line breaks, which could begin a block. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\*_[\]<>`#~|]/g, "\\$&")))
    .join("");
}
