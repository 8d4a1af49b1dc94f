import type { KnowledgeRule } from "./knowledge-rule.ts";

const remedy = "Name the page, file or standard that was read, or take the statement out.";

export const everyStatementHasASource: KnowledgeRule = {
  name: "every-statement-has-a-source",
  judge: ({ products, articles }) => [
    ...products.flatMap((product) =>
      product.facts
        .filter((fact) => fact.sources.length === 0)
        .map((fact) => ({
          subject: { kind: "product" as const, id: product.id, fact: fact.id },
          problem: "The fact has no source.",
          remedy,
          value: fact.statement,
        })),
    ),
    ...articles.flatMap((article) =>
      [...article.statements, ...article.steps, ...article.checks]
        .filter((item) => item.sources.length === 0)
        .map((item) => ({
          subject: { kind: "article" as const, id: article.id },
          problem: "An item has no source.",
          remedy: `${remedy} An item ends with the keys of its sources, as in [virtual-ips].`,
          value: item.text,
        })),
    ),
  ],
};
