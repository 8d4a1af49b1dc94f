import type { Answer } from "../../../core/answer/answer.ts";
import { renderMarkdown, renderMore } from "../../../core/answer/render-markdown.ts";
import { silenceMentions } from "./silence-mentions.ts";

const SHORTENED = "*This answer was shortened to fit a forum post.*";

/** What stays of a summary when even that does not fit; escaping can double it. */
const SUMMARY_LENGTH = 10_000;

/**
 * The answer as a post's Markdown of at most `limit` characters, with the rest behind a fold of Discourse's own. A long
 * one loses the fold first, then its details from the end, then checks,
 * steps and sources, and says so; it is cut between statements, so that no mark-up is left open.
 */
export function renderPost(answer: Answer, limit: number): string {
  const whole = silenceMentions(withFold(answer));
  if (whole.length <= limit) return whole;
  for (const shorter of shorterAnswers(answer)) {
    const text = silenceMentions(`${renderMarkdown(shorter)}\n\n${SHORTENED}`);
    if (text.length <= limit) return text;
  }
  return SHORTENED;
}

/** Discourse's `[details]` fold; it takes Markdown inside when blank lines surround it. */
function withFold(answer: Answer): string {
  const more = renderMore(answer);
  return more === ""
    ? renderMarkdown(answer)
    : `${renderMarkdown(answer)}\n\n[details="More"]\n\n${more}\n\n[/details]`;
}

/** Ever less of an answer, down to the beginning of its summary. */
function* shorterAnswers(answer: Answer): Generator<Answer> {
  let rest = answer;
  for (const part of ["details", "checks", "steps", "citations"] as const) {
    while (rest[part].length > 0) {
      rest = { ...rest, [part]: rest[part].slice(0, -1) };
      yield rest;
    }
  }
  const { ask: _, ...bare } = rest;
  yield bare;
  if (bare.summary)
    yield { ...bare, summary: { ...bare.summary, text: `${bare.summary.text.slice(0, SUMMARY_LENGTH)} …` } };
}
