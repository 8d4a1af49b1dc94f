import { createHmac, randomBytes } from "node:crypto";
import type { Answer } from "../../core/answer/answer.ts";
import type { Rephrase, RephraseResult } from "../../core/answer/rephrase/accept-rephrasing.ts";
import { type Language, languageNames } from "../../core/answer/rephrase/guess-language.ts";
import { fillPrompt, type Prompt } from "../../core/answer/rephrase/prompt.ts";
import type { KeyedBit, PseudonymKey } from "../../core/answer/rephrase/pseudonymise-address.ts";
import { hideAddresses, revealAddresses } from "../../core/answer/rephrase/pseudonymise-text.ts";
import type { Cidr } from "../../core/network/cidr.ts";
import { ExplainIpError } from "../../errors.ts";
import type { Log } from "../../jobs/log.ts";
import { type Asking, askModel } from "./ask-model.ts";
import { type EndpointSettings, openEndpoint } from "./open-endpoint.ts";
import { createSpending, type SpendingLimits } from "./spending.ts";
import { parseWording } from "./wording-format.ts";

export type ModelSettings = EndpointSettings & {
  /** How long a reply may wait for nicer words. */
  readonly timeoutMs: number;
  readonly spending: SpendingLimits;
  /** Takes the inputs `count` and `statements`. */
  readonly prompt: Prompt;
  /** Takes `language` too. Without it nothing is translated. */
  readonly translatePrompt?: Prompt;
  /** With them addresses leave the machine under pseudonyms only, which stay within the same of these blocks. */
  readonly pseudonymsWithin?: readonly Cidr[];
  readonly log: Log;
  readonly now: () => Date;
};

/**
 * Asks a model for other words. Only the texts of the statements leave the machine: never the thread, a name or a token.
 * Not streamed, since nothing can be shown before it is verified whole. Throws `bad-config` for a prompt it cannot fill.
 */
export function createRephrase(settings: ModelSettings): Rephrase {
  const { model, prompt, translatePrompt, pseudonymsWithin, log, timeoutMs } = settings;
  checkPrompt(prompt, Object.keys(inputsOf([])));
  if (translatePrompt) checkPrompt(translatePrompt, Object.keys(inputsOf([], "de")));
  const reserve = createSpending(settings.spending, settings.now);
  const asking: Asking = { complete: openEndpoint(settings), reserve, timeoutMs, log };
  return async (answer, asked) => {
    const texts = textsOf(answer);
    if (texts.length === 0) return { status: "unavailable", reason: "there is nothing to rephrase" };
    const language = translatePrompt && asked;
    const used = language ? translatePrompt : prompt;
    const facts = { model, prompt: `${used.id}@${used.version}`, statements: texts.length };
    const unavailable = (reason: string): RephraseResult => {
      log("rephrasing-unavailable", { ...facts, reason });
      return { status: "unavailable", reason };
    };
    const cover = coverAddresses(texts, pseudonymsWithin);
    if (!cover) return unavailable("an address in the answer has no pseudonym");
    const reply = await askModel(fillPrompt(used, inputsOf(cover.texts, language)), asking, facts);
    if ("problem" in reply) return unavailable(reply.problem);
    const parsed = parseWording(reply.content, texts.length);
    if ("problem" in parsed) return unavailable(parsed.problem);
    const [summary = "", ...details] = parsed.texts.map(cover.uncover);
    return { status: "rephrased", model, wording: { summary, details }, ...(language ? { language } : {}) };
  };
}

function textsOf(answer: Answer): string[] {
  return [...(answer.summary ? [answer.summary] : []), ...answer.details].map(({ text }) => text);
}

function inputsOf(texts: readonly string[], language?: Language): Readonly<Record<string, string>> {
  const inputs = { count: String(texts.length), statements: JSON.stringify(texts, null, 1) };
  return language ? { ...inputs, language: languageNames[language] } : inputs;
}

function checkPrompt({ id, inputs }: Prompt, given: readonly string[]): void {
  const unknown = inputs.find((name) => !given.includes(name));
  if (!unknown) return;
  const remedy = `Use ${given.join(" and ")} only.`;
  throw new ExplainIpError("bad-config", `The prompt ${id} wants the input ${unknown}, which nobody gives.`, remedy);
}

/** The texts as they may leave the machine, and the way back; undefined where they may not. */
type Cover = { readonly texts: readonly string[]; readonly uncover: (text: string) => string };

/** Every question has a key of its own, so that what one tells about an address says nothing about the next. */
function coverAddresses(texts: readonly string[], specialBlocks: readonly Cidr[] | undefined): Cover | undefined {
  if (!specialBlocks) return { texts, uncover: (text) => text };
  const key: PseudonymKey = { keyedBit: createKeyedBit(randomBytes(32)), specialBlocks };
  const hidden = hideAddresses(texts, key);
  return hidden && { texts: hidden, uncover: (text) => revealAddresses(text, key) };
}

/** A bit of HMAC-SHA-256 (RFC 2104). */
function createKeyedBit(secret: Buffer): KeyedBit {
  return (text) => ((createHmac("sha256", secret).update(text).digest()[0] ?? 0) & 1) === 1;
}
