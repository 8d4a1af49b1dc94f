import { z } from "zod";
import type { Answer } from "../core/answer/answer.ts";
import { renderMarkdown, renderMore } from "../core/answer/render-markdown.ts";
import type { Evidence } from "../core/evidence/evidence.ts";
import type { Source } from "../core/knowledge/source.ts";
import { type EntityNames, entityNamesSchema } from "./entity-names.ts";
import { recordIdSchema } from "./record-id.ts";
import { sourceSchema } from "./source-record.ts";

/** One answer as `batch`, `--json` and `POST /v1/explain` give it. */
export const answerRecordSchema = z
  .object({
    id: recordIdSchema.optional(),
    action: z.enum(["answer", "clarify", "silent", "decline"]),
    text: z.string().meta({ description: "CommonMark, as it would be posted; empty when silent." }),
    more: z.string().optional().meta({ description: "CommonMark: what a surface that can fold shows behind a fold." }),
    reason: z.string().meta({ description: "Why this action was chosen." }),
    certainty: z.enum(["observed", "documented", "likely", "possible"]).nullable(),
    ask: z.object({ text: z.string(), options: z.array(z.string()) }).optional(),
    entities: entityNamesSchema,
    evidence: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(["registry", "computed", "fact", "article", "lookup", "question"]),
        statement: z.string(),
        source: sourceSchema.nullable(),
        furtherSources: z.array(sourceSchema).optional(),
        observedAt: z.string().optional(),
      }),
    ),
    knowledgeVersion: z.string(),
    composedBy: z.union([z.literal("template"), z.object({ model: z.string() })]),
  })
  .meta({ id: "AnswerRecord", description: "An answer with everything it rests on." });

export type AnswerRecord = z.infer<typeof answerRecordSchema>;

/** What goes over the wire for an answer to the question that came with `id`. */
export function toAnswerRecord(id: string | number | undefined, answer: Answer, entities: EntityNames): AnswerRecord {
  const more = renderMore(answer);
  return {
    ...(id === undefined ? {} : { id }),
    action: answer.action,
    text: renderMarkdown(answer),
    ...(more === "" ? {} : { more }),
    reason: answer.reason,
    certainty: answer.certainty,
    ...(answer.ask ? { ask: { text: answer.ask.text, options: [...answer.ask.options] } } : {}),
    entities,
    evidence: answer.evidence.map(toEvidenceRecord),
    knowledgeVersion: answer.knowledgeVersion,
    composedBy: answer.composedBy,
  };
}

function toEvidenceRecord({ id, kind, statement, sources, observedAt }: Evidence): AnswerRecord["evidence"][number] {
  const [source, ...further] = sources.map((item: Source) => ({ ...item }));
  return {
    id,
    kind,
    statement,
    source: source ?? null,
    ...(further.length > 0 ? { furtherSources: further } : {}),
    ...(observedAt ? { observedAt } : {}),
  };
}
