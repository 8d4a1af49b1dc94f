import type { Answer, ClarifyingQuestion, Statement, Step } from "../../../core/answer/answer.ts";
import { escapeMrkdwn } from "./escape-mrkdwn.ts";
import { MESSAGE_LIMITS } from "./message-limits.ts";
import { splitMrkdwn } from "./split-mrkdwn.ts";

/** Room for the fence around a piece of code. */
const FENCE = "```";
const CODE_PIECE = MESSAGE_LIMITS.sectionText - 2 * (FENCE.length + 1);

/**
 * The body of an answer as groups of escaped mrkdwn paragraphs, in reading order: the answer, why, what to do, how to
 * check, the one question. Each paragraph fits a section alone.
 */
export function renderParagraphs(answer: Answer): string[][] {
  return [
    renderLead(answer),
    answer.details.flatMap((detail) => pieces(`• ${statementText(detail)}`)),
    renderSteps("What to do", answer.steps),
    renderSteps("How to check", answer.checks),
    answer.ask === undefined ? [] : renderQuestion(answer.ask),
  ].filter((group) => group.length > 0);
}

/** Nothing but silence has no summary and no question; if silence is ever shown, its reason is what there is to say. */
function renderLead(answer: Answer): string[] {
  if (answer.summary !== null) return pieces(statementText(answer.summary));
  return answer.ask === undefined ? pieces(plain(answer.reason)) : [];
}

function renderSteps(title: string, steps: readonly Step[]): string[] {
  if (steps.length === 0) return [];
  const lines = steps.flatMap((step, index) => {
    const number = steps.length > 1 ? `${index + 1}. ` : "";
    return [
      ...pieces(`${number}${statementText(step)}`),
      ...renderCode(step.command),
      ...renderCode(step.snippet?.text),
    ];
  });
  return [`*${title}*`, ...lines];
}

/** Long code is cut into several fences rather than shortened: what is pasted must be what was meant. */
function renderCode(code: string | undefined): string[] {
  if (code === undefined || code.trim() === "") return [];
  const text = escapeMrkdwn(code.replaceAll(FENCE, "` ` `"));
  return splitMrkdwn(text, CODE_PIECE).map((piece) => `${FENCE}\n${piece}\n${FENCE}`);
}

function renderQuestion(ask: ClarifyingQuestion): string[] {
  return [
    ...pieces(`*One question:* ${plain(ask.text)}`),
    ...ask.options.flatMap((option) => pieces(`• ${plain(option)}`)),
  ];
}

function statementText(statement: Statement): string {
  return plain(statement.text);
}

/** Statements know single backticks only; a longer run would open a fence and swallow what follows. */
function plain(text: string): string {
  return escapeMrkdwn(text.trim().replace(/`{2,}/g, "`"));
}

function pieces(text: string): string[] {
  return splitMrkdwn(text, MESSAGE_LIMITS.sectionText);
}
