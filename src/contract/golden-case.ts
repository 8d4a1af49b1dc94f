import { z } from "zod";
import type { Rephrased } from "../core/answer/rephrase/accept-rephrasing.ts";
import { type Language, languageNames } from "../core/answer/rephrase/guess-language.ts";
import type { LookupResult } from "../core/evidence/cluster-lookup.ts";
import type { Question } from "../core/question/question.ts";
import type { ExplainRequest } from "./explain-request.ts";

const clusterObjectSchema = z.strictObject({
  kind: z.enum(["Pod", "Service", "Node"]),
  namespace: z.string().exactOptional(),
  name: z.string(),
  holds: z.array(z.string()),
  remarks: z.array(z.string()),
});

const lookupResultSchema: z.ZodType<LookupResult> = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("found"), observedAt: z.string(), objects: z.array(clusterObjectSchema) }),
  z.strictObject({ status: z.literal("absent"), observedAt: z.string(), caveat: z.string().exactOptional() }),
  z.strictObject({ status: z.literal("unavailable"), reason: z.string() }),
  z.strictObject({ status: z.literal("skipped"), reason: z.string() }),
]);

const languageSchema = z.custom<Language>((code) => typeof code === "string" && Object.hasOwn(languageNames, code), {
  error: "must be the code of a language that answers are translated to",
});

const rephrasingSchema: z.ZodType<Rephrased> = z.strictObject({
  status: z.literal("rephrased"),
  model: z.string(),
  wording: z.strictObject({ summary: z.string(), details: z.array(z.string()) }),
  language: languageSchema.exactOptional(),
});

/**
 * A question, and what the outside said to it: all that is needed, beside the knowledge, to answer it again. It stands in
 * `question.json`, beside the answer as `answer.md` (CommonMark) and `answer.txt` (terminal).
 */
export const goldenCaseSchema = z.strictObject({
  surface: z.enum(["slack", "discourse", "http", "cli", "mcp"]),
  audience: z.enum(["public-forum", "shared-channel", "internal-channel", "direct-message", "local"]),
  addressed: z.boolean(),
  /** A product id that was given with the question. */
  product: z.string().exactOptional(),
  thread: z.array(z.strictObject({ text: z.string(), fromBot: z.boolean().exactOptional() })),
  text: z.string(),
  /** What the cluster said to each look, in the order of the looks; empty where no cluster was asked. */
  lookups: z.array(lookupResultSchema),
  /** The model's wording, where one gave any. */
  rephrasing: rephrasingSchema.exactOptional(),
  /** The knowledge that the answer beside it was made of. */
  knowledgeVersion: z.string().exactOptional(),
});

export type GoldenCase = z.infer<typeof goldenCaseSchema>;

/** What the cluster and the model said to one question. */
export type Said = { readonly lookups: readonly LookupResult[]; readonly rephrasing?: Rephrased };

/** A request, whoever it was from, as a golden case. */
export function toGoldenCase(
  request: ExplainRequest,
  { surface, audience }: Pick<GoldenCase, "surface" | "audience">,
  said: Said,
  knowledgeVersion: string,
): GoldenCase {
  return {
    surface,
    audience,
    addressed: request.addressed,
    ...(request.provider ? { product: request.provider } : {}),
    thread: request.thread.map((text) => ({ text })),
    text: request.question,
    lookups: [...said.lookups],
    ...(said.rephrasing ? { rephrasing: said.rephrasing } : {}),
    knowledgeVersion,
  };
}

/** The question as it was asked. Nothing in an answer depends on when. */
export function toGoldenQuestion(id: string, golden: GoldenCase): Question {
  const { surface, audience, addressed, product, thread, text } = golden;
  const origin = { surface, place: {} };
  const askedAt = new Date(0).toISOString();
  return { id, text, thread, askedAt, origin, addressed, audience, ...(product ? { product } : {}) };
}
