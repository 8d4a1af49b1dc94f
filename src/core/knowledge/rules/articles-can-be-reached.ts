import type { KnowledgeRule } from "./knowledge-rule.ts";

export const articlesCanBeReached: KnowledgeRule = {
  name: "articles-can-be-reached",
  judge: ({ articles }) =>
    articles
      .filter((article) => article.when.topics.length === 0 && article.when.words.length === 0)
      .map((article) => ({
        subject: { kind: "article" as const, id: article.id },
        problem: "The article has neither topics nor words, so it would speak on any question or on none.",
        remedy: "Give `when.topics` or `when.words`.",
      })),
};
