import type { KnownBlock } from "@slack/web-api";
import type { Answer } from "../../../core/answer/answer.ts";
import { shownCitations } from "../../../core/answer/compose-answer.ts";
import { escapeMrkdwn } from "./escape-mrkdwn.ts";
import { MESSAGE_LIMITS } from "./message-limits.ts";
import { renderCitation } from "./render-citation.ts";
import { renderParagraphs } from "./render-paragraphs.ts";
import { joinUpTo, splitMrkdwn } from "./split-mrkdwn.ts";

/** A message as chat.postMessage takes it: Block Kit blocks, and the text for notifications and screen readers. */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[] };

const MOST_SOURCE_BLOCKS = 10;
const SHORTENED = "_This answer was shortened to fit a Slack message._";

/**
 * Renders an answer as Slack shows it, within Slack's limits whatever its length. Everything that came as text is
 * escaped; long answers lose their end, never their sources. Slack cannot fold, so `more` is not shown there. Pure, and
 * needs no Slack package at run time.
 */
export function renderAnswer(answer: Answer): SlackMessage {
  const body = renderParagraphs(answer).flatMap((group) => joinUpTo(group, MESSAGE_LIMITS.sectionText, "\n"));
  const sources = renderSources(answer);
  const kept = keepFirst(body, MESSAGE_LIMITS.blocks - sources.length - 1);
  const footer = renderFooter(answer);
  return {
    text: joinUpTo([...kept, ...sources, footer], MESSAGE_LIMITS.text, "\n\n")[0] ?? footer,
    blocks: [...kept.map(toSection), ...sources.map(toContext), toContext(footer)],
  };
}

function renderSources(answer: Answer): string[] {
  const cited = shownCitations(answer);
  if (cited.length === 0) return [];
  const lines = cited.flatMap((citation) => splitMrkdwn(renderCitation(citation), MESSAGE_LIMITS.sectionText));
  return joinUpTo(["Sources", ...lines], MESSAGE_LIMITS.sectionText, "\n").slice(0, MOST_SOURCE_BLOCKS);
}

/** Says how sure the answer is, on which knowledge it rests, and whether a model worded it. */
function renderFooter(answer: Answer): string {
  const parts = [
    answer.certainty === null ? undefined : `Certainty: ${answer.certainty}`,
    `Knowledge ${answer.knowledgeVersion}`,
    answer.composedBy === "template" ? undefined : `Worded by ${answer.composedBy.model}, checked against the evidence`,
  ].filter((part) => part !== undefined);
  const footer = splitMrkdwn(escapeMrkdwn(parts.join(" · ")), MESSAGE_LIMITS.sectionText)[0];
  return footer ?? "explain-ip";
}

function keepFirst(parts: readonly string[], most: number): readonly string[] {
  return parts.length <= most ? parts : [...parts.slice(0, most - 1), SHORTENED];
}

/** `verbatim` stops Slack from turning plain words into channel links and mentions. */
function toSection(text: string): KnownBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}

function toContext(text: string): KnownBlock {
  return { type: "context", elements: [{ type: "mrkdwn", text, verbatim: true }] };
}
