import { z } from "zod";
import type { Question } from "../core/question/question.ts";
import { recordIdSchema } from "./record-id.ts";

/** Longer questions are refused rather than cut: a cut log would be answered as if it were whole. */
const MOST_CHARACTERS = 200_000;
const MOST_MESSAGES = 200;
const surfaces = ["slack", "discourse", "slash", "cli", "http"] as const;

const messageText = z
  .string({ error: "must be a text" })
  .max(MOST_CHARACTERS, { error: `must have at most ${MOST_CHARACTERS} characters` });

/** One question as the command line's `batch` and `POST /v1/explain` take it. */
export const explainRequestSchema = z
  .object(
    {
      id: recordIdSchema.optional().meta({ description: "Comes back with the answer." }),
      surface: z
        .enum(surfaces, { error: `must be one of ${surfaces.join(", ")}` })
        .optional()
        .meta({ description: "Where the question was asked; for the record only." }),
      addressed: z
        .boolean({ error: "must be true or false" })
        .default(true)
        .meta({ description: "True when the bot was called, false when it merely overheard." }),
      question: messageText.regex(/\S/, { error: "must not be empty" }).meta({ description: "The newest message." }),
      thread: z
        .array(messageText, { error: "must be a list of texts" })
        .max(MOST_MESSAGES, { error: `must have at most ${MOST_MESSAGES} messages` })
        .default([])
        .meta({ description: "Earlier messages, oldest first." }),
      provider: z
        .string({ error: "must be a product id" })
        .optional()
        .meta({ description: "A product id that holds whatever the text says." }),
    },
    { error: "must be a JSON object" },
  )
  .meta({ id: "ExplainRequest", description: "A question with its thread." });

export type ExplainRequest = z.output<typeof explainRequestSchema>;

/**
 * A request as a question. Whoever asks over a pipe or over HTTP is not known to be one of ours, so what they may see
 * is for the caller to say.
 */
export function toQuestion(
  request: ExplainRequest,
  place: Pick<Question, "origin" | "audience" | "askedAt">,
): Question {
  return {
    id: String(request.id ?? "question"),
    text: request.question,
    thread: request.thread.map((text) => ({ text })),
    addressed: request.addressed,
    ...place,
    ...(request.provider ? { product: request.provider } : {}),
  };
}
