import { z } from "zod";

/** No wording of an answer comes near this; a longer reply is not worth reading. In characters. */
const MOST_CHARACTERS = 20_000;

/** What we read of a chat completion. Compatible servers leave much out, so only the text itself must be there. */
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

const usageSchema = z.object({ usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }) });

export type TokenUsage = { readonly promptTokens: number; readonly completionTokens: number };

const endings: Readonly<Record<string, string>> = {
  length: "the model ran out of room before it had finished",
  content_filter: "the endpoint's content filter stopped the model",
};

/** The text of a whole, finished completion, or why there is none. `body` is whatever the server sent. */
export function readCompletion(body: unknown): { readonly content: string } | { readonly problem: string } {
  const parsed = completionSchema.safeParse(body);
  const choice = parsed.success ? parsed.data.choices[0] : undefined;
  if (!choice) return { problem: "the endpoint did not answer with a chat completion" };
  const { finish_reason: ending, message } = choice;
  if (message.refusal) return { problem: "the model refused" };
  if (ending && ending !== "stop")
    return { problem: endings[ending] ?? "the model stopped for another reason than being done" };
  if (!message.content?.trim()) return { problem: "the model answered with nothing" };
  if (message.content.length > MOST_CHARACTERS) return { problem: "the model's reply is too long" };
  return { content: message.content };
}

/** The tokens that a call cost, where the server says so. */
export function readUsage(body: unknown): TokenUsage | undefined {
  const parsed = usageSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { prompt_tokens: promptTokens, completion_tokens: completionTokens } = parsed.data.usage;
  return { promptTokens, completionTokens };
}
