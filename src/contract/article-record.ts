import { z } from "zod";
import type { Article, ArticleItem } from "../core/knowledge/article.ts";
import { sourceSchema } from "./source-record.ts";

const words = z.array(z.string());
const items = z.array(z.object({ text: z.string(), sources: z.array(sourceSchema) }));

/** An article as `knowledge show` prints it. */
export const articleRecordSchema = z
  .object({
    article: z.string(),
    title: z.string(),
    asks: words,
    when: z
      .object({ topics: words, scopes: words, roles: words, products: words, words, hints: words })
      .meta({ description: "Every list that is not empty, but hints, must have a match in the question." }),
    statements: items,
    steps: items,
    checks: items,
  })
  .meta({ id: "ArticleRecord" });

export function toArticleRecord(article: Article): z.infer<typeof articleRecordSchema> {
  const { topics, scopes, roles, products, words, hints } = article.when;
  return {
    article: article.id,
    title: article.title,
    asks: [...article.asks],
    when: {
      topics: [...topics],
      scopes: [...scopes],
      roles: [...roles],
      products: [...products],
      words: [...words],
      hints: [...hints],
    },
    statements: article.statements.map(toItemRecord),
    steps: article.steps.map(toItemRecord),
    checks: article.checks.map(toItemRecord),
  };
}

function toItemRecord({ text, sources }: ArticleItem) {
  return { text, sources: sources.map((source) => ({ ...source })) };
}
