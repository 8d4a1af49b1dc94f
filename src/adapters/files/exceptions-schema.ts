import { z } from "zod";
import type { KnowledgeException } from "../../core/knowledge/knowledge-exception.ts";

const text = z.string().trim().min(1);

/** `exceptions.yaml`: breaches that are right as they are, each with its reason. */
export const exceptionsSchema = z
  .strictObject({ exceptions: z.array(z.strictObject({ rule: text, subject: text, reason: text })) })
  .transform(({ exceptions }): readonly KnowledgeException[] => exceptions);
