import type { OpenAI } from "openai";
import { readStatus } from "./explain-failure.ts";
import { fetchLimited } from "./fetch-limited.ts";
import { wordingResponseFormat } from "./wording-format.ts";

const DEFAULT_BASE_URL = "https://api.openai.com/v1";

export type EndpointSettings = {
  readonly apiKey: string;
  /** Of any server that speaks OpenAI's chat completions, up to and with `/v1`. */
  readonly baseUrl?: string;
  readonly model: string;
};

/**
 * Sends one message, to be answered in at most so many tokens, and gives the body of the response as it came; rejects as
 * the `openai` package does.
 */
export type Complete = (content: string, mostTokens: number, signal: AbortSignal) => Promise<unknown>;

/**
 * A model behind an OpenAI-compatible endpoint, asked for a wording as structured output. Where the server does not
 * accept that (HTTP 400 or 422) it is asked once more without, and with the older name of the limit; one that then answers
 * is asked so from then on.
 */
export function openEndpoint(settings: EndpointSettings): Complete {
  let client: Promise<OpenAI> | undefined;
  let isStructured = true;
  return async (content, mostTokens, signal) => {
    client ??= openClient(settings);
    const { completions } = (await client).chat;
    const request = { model: settings.model, messages: [{ role: "user" as const, content }] };
    if (isStructured) {
      try {
        const structured = { response_format: wordingResponseFormat, max_completion_tokens: mostTokens };
        return await completions.create({ ...request, ...structured }, { signal });
      } catch (error) {
        if (readStatus(error) !== 400 && readStatus(error) !== 422) throw error;
      }
    }
    const body = await completions.create({ ...request, max_tokens: mostTokens }, { signal });
    isStructured = false;
    return body;
  };
}

/**
 * Loaded on first use, since it costs a fifth of a second. Everything is given, so that the package does not look into
 * the environment by itself; it is never tried again, since the plain answer is ready, and it logs nothing.
 */
async function openClient({ apiKey, baseUrl = DEFAULT_BASE_URL }: EndpointSettings): Promise<OpenAI> {
  const { OpenAI } = await import("openai");
  const account = { organization: null, project: null, adminAPIKey: null, webhookSecret: null } as const;
  return new OpenAI({ apiKey, baseURL: baseUrl, ...account, maxRetries: 0, fetch: fetchLimited, logLevel: "off" });
}
