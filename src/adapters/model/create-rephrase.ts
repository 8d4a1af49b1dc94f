import type { Answer } from "../../core/answer/answer.ts";
import type { Rephrase, RephraseResult } from "../../core/answer/rephrase/accept-rephrasing.ts";
import { fillPrompt, type Prompt } from "../../core/answer/rephrase/prompt.ts";
import { ExplainIpError } from "../../errors.ts";
import type { Log } from "../../jobs/log.ts";
import { readCompletion, readUsage } from "./completion.ts";
import { explainFailure } from "./explain-failure.ts";
import { type EndpointSettings, openEndpoint } from "./open-endpoint.ts";
import { parseWording } from "./wording-format.ts";

/** How long a reply may wait for nicer words, all requests and the reading of their bodies together. */
const DEFAULT_TIMEOUT_MS = 8_000;

export type ModelSettings = EndpointSettings & {
  readonly timeoutMs?: number;
  /** Takes the inputs `count` and `statements`. */
  readonly prompt: Prompt;
  readonly log: Log;
};

/**
 * Asks a model for other words. Only the texts of the statements leave the machine: never the thread, a name or a token.
 * Not streamed, since nothing can be shown before it is verified whole. Throws `bad-config` for a prompt it cannot fill.
 */
export function createRephrase(settings: ModelSettings): Rephrase {
  const { model, prompt, log, timeoutMs = DEFAULT_TIMEOUT_MS } = settings;
  checkPrompt(prompt);
  const complete = openEndpoint(settings);
  return async (answer) => {
    const texts = textsOf(answer);
    if (texts.length === 0) return { status: "unavailable", reason: "there is nothing to rephrase" };
    const facts = { model, prompt: `${prompt.id}@${prompt.version}`, statements: texts.length };
    const unavailable = (reason: string): RephraseResult => {
      log("rephrasing-unavailable", { ...facts, reason });
      return { status: "unavailable", reason };
    };
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const body = await untilAborted(complete(fillPrompt(prompt, inputsOf(texts)), deadline), deadline);
      log("model-asked", { ...facts, ...readUsage(body) });
      const wording = readWording(body, texts.length);
      return "problem" in wording ? unavailable(wording.problem) : { status: "rephrased", model, wording };
    } catch (error) {
      const isLate = deadline.aborted;
      return unavailable(isLate ? `the model did not answer within ${timeoutMs / 1000} s` : explainFailure(error));
    }
  };
}

function textsOf(answer: Answer): string[] {
  return [...(answer.summary ? [answer.summary] : []), ...answer.details].map(({ text }) => text);
}

function inputsOf(texts: readonly string[]) {
  return { count: String(texts.length), statements: JSON.stringify(texts, null, 1) };
}

function checkPrompt({ id, inputs }: Prompt): void {
  const given = Object.keys(inputsOf([]));
  const unknown = inputs.find((name) => !given.includes(name));
  if (!unknown) return;
  const remedy = `Use ${given.join(" and ")} only.`;
  throw new ExplainIpError("bad-config", `The prompt ${id} wants the input ${unknown}, which nobody gives.`, remedy);
}

function readWording(body: unknown, count: number) {
  const completion = readCompletion(body);
  if ("problem" in completion) return completion;
  const parsed = parseWording(completion.content, count);
  if ("problem" in parsed) return parsed;
  const [summary = "", ...details] = parsed.texts;
  return { summary, details };
}

/** A request that does not heed its signal, in a name look-up for one, is left behind. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}
