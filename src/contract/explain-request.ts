import { z } from "zod";
import type { Question } from "../core/question/question.ts";

/** Longer questions are refused rather than cut: a cut log would be answered as if it were whole. */
const MOST_CHARACTERS = 200_000;
const MOST_MESSAGES = 200;

const messageText = z.string().max(MOST_CHARACTERS);

/** One question as the command line's `batch` and `POST /v1/explain` take it. */
export const explainRequestSchema = z
  .object({
    id: z.union([z.string(), z.number()]).optional().meta({ description: "Comes back with the answer." }),
    surface: z
      .enum(["slack", "discourse", "slash", "cli", "http"])
      .optional()
      .meta({ description: "Where the question was asked; for the record only." }),
    addressed: z
      .boolean()
      .default(true)
      .meta({ description: "True when the bot was called, false when it merely overheard." }),
    question: messageText.min(1).meta({ description: "The newest message." }),
    thread: z
      .array(messageText)
      .max(MOST_MESSAGES)
      .default([])
      .meta({ description: "Earlier messages, oldest first." }),
    provider: z.string().optional().meta({ description: "A product id that holds whatever the text says." }),
  })
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
