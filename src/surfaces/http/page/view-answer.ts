import type { Action, Answer, ClarifyingQuestion, Statement, Step } from "../../../core/answer/answer.ts";
import { citationNumbers } from "../../../core/answer/compose-answer.ts";
import { inlineCode } from "./inline-code.ts";
import { element, type PageElement, type PageNode } from "./page-element.ts";
import { viewCertainty } from "./view-certainty.ts";
import { viewDrawing } from "./view-drawing.ts";
import { viewEvidence, viewSources } from "./view-evidence.ts";
import { viewNumbers } from "./view-numbers.ts";

/** What stands above each kind of answer. */
export const answerTitles: Readonly<Record<Action, string>> = {
  answer: "Answer",
  clarify: "One question first",
  silent: "No reply",
  decline: "No answer to this",
};

/** An answer with everything it rests on; the parts that are not needed at first sight are folded. */
export function viewAnswer(answer: Answer): PageElement {
  return element(
    "article",
    { class: "card", "aria-labelledby": "result-heading" },
    element("h2", { id: "result-heading", tabindex: "-1" }, answerTitles[answer.action]),
    ...(answer.certainty ? [viewCertainty(answer.certainty)] : []),
    ...viewBody(answer),
    ...viewDrawing(answer.drawing),
    ...viewMore(answer),
    ...(answer.ask ? [viewAsk(answer.ask)] : []),
    ...viewSources(answer),
    ...viewEvidence(answer),
    element("p", { class: "fine" }, ...describeOrigin(answer)),
  );
}

function viewBody(answer: Answer): PageNode[] {
  const details = answer.details.map((detail) => element("li", {}, ...viewStatement(answer, detail)));
  return [
    answer.summary ? element("p", { class: "summary" }, ...viewStatement(answer, answer.summary)) : "",
    !answer.summary && !answer.ask ? element("p", { class: "summary" }, sentence(answer.reason)) : "",
    details.length > 0 ? element("ul", {}, ...details) : "",
    ...viewSteps(answer, "What to do", answer.steps),
    ...viewSteps(answer, "How to check", answer.checks),
  ].filter((node) => node !== "");
}

function viewMore(answer: Answer): PageNode[] {
  if (answer.more.length === 0) return [];
  return [element("details", {}, element("summary", {}, "More"), viewStepList(answer, answer.more))];
}

function viewSteps(answer: Answer, title: string, steps: readonly Step[]): PageNode[] {
  return steps.length === 0 ? [] : [element("h3", {}, title), viewStepList(answer, steps)];
}

function viewStepList(answer: Answer, steps: readonly Step[]): PageElement {
  const items = steps.map((step) => {
    const code = [step.command, step.snippet?.text].filter((text) => text !== undefined);
    const blocks = code.map((text) => element("pre", {}, element("code", {}, text)));
    return element("li", {}, ...viewStatement(answer, step), ...blocks);
  });
  return element("ul", {}, ...items);
}

function viewStatement(answer: Answer, statement: Statement): PageNode[] {
  return [...inlineCode(statement.text), ...viewNumbers(citationNumbers(answer, statement))];
}

/** The options are buttons of the question's form, so that they work without a script too. */
function viewAsk({ text, options }: ClarifyingQuestion): PageElement {
  const buttons = options.map((option) =>
    element("button", { type: "submit", form: "ask", name: "choice", value: option }, option),
  );
  return element(
    "section",
    { class: "ask", "aria-label": "Question back to you" },
    element("p", {}, ...inlineCode(text)),
    ...(buttons.length > 0 ? [element("div", { class: "options" }, ...buttons)] : []),
  );
}

function describeOrigin({ reason, knowledgeVersion, composedBy }: Answer): string[] {
  const wording =
    composedBy === "template" ? "No model worded it." : `Worded by ${composedBy.model}, checked against the evidence.`;
  return [`Why this reply: ${sentence(reason)} Knowledge version ${knowledgeVersion}. ${wording}`];
}

function sentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}
