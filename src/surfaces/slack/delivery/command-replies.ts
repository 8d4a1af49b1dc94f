import type { Answer } from "../../../core/answer/answer.ts";
import type { Question } from "../../../core/question/question.ts";
import type { FindResult, PostResult } from "../../../jobs/delivery.ts";
import { nameFault, readHttpStatus } from "../connection/read-failure.ts";
import { callTimeoutMs } from "../connection/web-client-options.ts";
import type { CommandPlace } from "../receive/slack-place.ts";
import { renderAnswer } from "../render/render-answer.ts";
import type { SlackSettings } from "../slack-settings.ts";

/** Slack takes replies to a command for 30 minutes; the last one is given up so that a late start is not a late reply. */
const RESPONSE_URL_LIVES_MS = 29 * 60_000;
const REPLY = "response_url";

type CommandReplies = {
  readonly find: (questionId: string) => FindResult;
  readonly post: (question: Question, place: CommandPlace, answer: Answer) => Promise<PostResult>;
};

/** Faults that come before anything was sent. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** `untouched`: it is certain that Slack has not taken the reply. */
type Sent = { readonly result: PostResult; readonly untouched: boolean };

/**
 * Replies to a slash command through its response_url: only the asker sees them, the bot need not be in the channel,
 * and Slack offers no way to look them up. So a reply whose fate is unknown (a crash, a time-out, a 5xx) counts as
 * posted: at most one reply, and in that rare case perhaps none, which the acknowledgement has told the asker.
 * Only what Slack has certainly not taken is sent again, and only by the process that saw it.
 */
export function createCommandReplies(settings: SlackSettings): CommandReplies {
  const notPosted = new Set<string>();
  return {
    find: (questionId) => (notPosted.has(questionId) ? { status: "absent" } : { status: "found", reply: REPLY }),
    post: async (question, place, answer) => {
      notPosted.delete(question.id);
      if (Date.now() - Date.parse(question.askedAt) > RESPONSE_URL_LIVES_MS) {
        return { status: "refused", reason: "a command can be answered for 30 minutes only" };
      }
      const { result, untouched } = await send(place.responseUrl, answer, callTimeoutMs(settings));
      if (result.status === "retry" && untouched) notPosted.add(question.id);
      return result;
    },
  };
}

async function send(responseUrl: string, answer: Answer, timeoutMs: number): Promise<Sent> {
  try {
    const response = await fetch(responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ response_type: "ephemeral", replace_original: false, ...renderAnswer(answer) }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return { result: readResponse(response), untouched: response.status === 429 };
  } catch (error) {
    const fault = nameFault(error);
    return { result: { status: "retry", reason: `Slack did not answer (${fault})` }, untouched: NEVER_SENT.has(fault) };
  }
}

function readResponse(response: Response): PostResult {
  if (response.ok) return { status: "posted", reply: REPLY };
  if (response.status === 429)
    return { status: "retry", reason: "Slack asks to wait (429)", afterMs: waitMs(response) };
  if (response.status === 404 || response.status === 410) {
    return { status: "refused", reason: "the command's reply address has expired or is used up" };
  }
  return readHttpStatus(response.status);
}

function waitMs(response: Response): number {
  const seconds = Number(response.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000;
}
