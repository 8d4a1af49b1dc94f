import type { Answer, Citation, Snippet, Statement, Step } from "./answer.ts";
import { citationNumbers, foldedCitations, shownCitations } from "./compose-answer.ts";
import { nameSite } from "./name-site.ts";

/**
 * What of an answer is read at first sight, as CommonMark: the summary, why, what to do, how to check, the question back,
 * the sources with their dates. Empty for silence. Statements are escaped, so that nothing in them becomes mark-up;
 * inline code stays code.
 */
export function renderMarkdown(answer: Answer): string {
  if (answer.action === "silent") return "";
  const blocks = [
    ...[...(answer.summary ? [answer.summary] : []), ...answer.details].map((said) => renderStatement(answer, said)),
    ...answer.steps.map((step) => `**Do:** ${renderStep(answer, step)}`),
    ...answer.checks.map((step) => `**Check:** ${renderStep(answer, step)}`),
    answer.ask ? renderAsk(answer.ask.text, answer.ask.options) : "",
    renderSources(answer, shownCitations(answer)),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** What is folded away, as CommonMark with its own sources; empty where there is no more to say. */
export function renderMore(answer: Answer): string {
  if (answer.more.length === 0) return "";
  const items = answer.more.map((said) => `- ${renderStep(answer, said).replaceAll("\n", "\n  ")}`).join("\n");
  return [items, renderSources(answer, foldedCitations(answer))].filter((block) => block !== "").join("\n\n");
}

function renderStatement(answer: Answer, statement: Statement): string {
  return `${escapeMarkdown(statement.text)}${renderNumbers(answer, statement)}`;
}

/** The numbers cling to the sentence, so that no line begins with one. */
function renderNumbers(answer: Answer, statement: Statement): string {
  const numbers = citationNumbers(answer, statement);
  return numbers.length > 0 ? `\\[${numbers.join(",")}\\]` : "";
}

/** A command stands before what it shows: it is what a thumb looks for. Lines to paste follow in a block of their own. */
function renderStep(answer: Answer, step: Step): string {
  const text = renderStatement(answer, step);
  const line = step.command ? `${renderCode(step.command)} ${text}` : text;
  return step.snippet ? `${line}\n\n${renderBlock(step.snippet)}` : line;
}

/** A fence longer than any run of backticks inside keeps a command whole. */
function renderCode(command: string): string {
  const longest = Math.max(0, ...[...command.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${command} ${fence}` : `${fence}${command}${fence}`;
}

function renderBlock({ language, text }: Snippet): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function renderAsk(text: string, options: readonly string[]): string {
  const choices = options.length > 0 ? ` (${options.map(escapeMarkdown).join(", ")})` : "";
  return `**${escapeMarkdown(text)}**${choices}`;
}

/** Where each source stands, and when it was read; the page's name is a word, and its title is a tap away. */
function renderSources(answer: Answer, cited: readonly Citation[]): string {
  if (cited.length === 0) return "";
  const byDay = Map.groupBy(cited, ({ checkedOn }) => checkedOn);
  const lines = [...byDay].map(([day, read]) => `Read ${day}: ${read.map(renderCitation).join(", ")}`);
  return `${lines.join("\n")}\nKnowledge ${answer.knowledgeVersion}`;
}

function renderCitation({ number, url }: Citation): string {
  return `[${number}:${escapeMarkdown(nameSite(url))}](<${url}>)`;
}

/** Escapes CommonMark's special characters outside of inline code, and folds line breaks, which could begin a block. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ")
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\*_[\]<>`#~|]/g, "\\$&")))
    .join("");
}
