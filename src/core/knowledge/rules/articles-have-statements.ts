import type { KnowledgeRule } from "./knowledge-rule.ts";

export const articlesHaveStatements: KnowledgeRule = {
  name: "articles-have-statements",
  judge: ({ articles }) =>
    articles
      .filter(({ statements }) => statements.length === 0)
      .map(({ id }) => ({
        subject: { kind: "article" as const, id },
        problem: "The article tells what to do and never why: it has no statements.",
        remedy: "Add what is so under `## Statements`, with its sources.",
      })),
};
