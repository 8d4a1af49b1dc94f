import { z } from "zod";
import type { Knowledge } from "../core/knowledge/knowledge.ts";

/** What `knowledge check --json` prints. */
export const knowledgeReviewSchema = z
  .object({
    version: z.string(),
    products: z.int(),
    facts: z.int(),
    articles: z.int(),
    registryRows: z.int(),
    problems: z.array(z.string()).meta({ description: "Each with its file, line, value and remedy." }),
  })
  .meta({ id: "KnowledgeReview" });

export function toKnowledgeReview(
  knowledge: Knowledge,
  problems: readonly string[],
): z.infer<typeof knowledgeReviewSchema> {
  return {
    version: knowledge.version,
    products: knowledge.products.size,
    facts: knowledge.facts.size,
    articles: knowledge.articles.length,
    registryRows: knowledge.registry.rows.length,
    problems: [...problems],
  };
}
