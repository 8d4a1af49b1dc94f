import type { KnowledgeSubject } from "../knowledge-problem.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const idsAreUnique: KnowledgeRule = {
  name: "ids-are-unique",
  judge: ({ products, articles }) => {
    const subjects: KnowledgeSubject[] = [
      ...products.map((product) => ({ kind: "product" as const, id: product.id })),
      ...products.flatMap((p) => p.facts.map((f) => ({ kind: "product" as const, id: p.id, fact: f.id }))),
      ...articles.map((article) => ({ kind: "article" as const, id: article.id })),
    ];
    const seen = new Set<string>();
    return subjects.flatMap((subject) => {
      const key = `${subject.kind}:${subject.fact ?? subject.id}`;
      const isNew = !seen.has(key);
      seen.add(key);
      if (isNew) return [];
      return { subject, problem: "This id is used twice.", remedy: "Give one of them another id.", value: key };
    });
  },
};
