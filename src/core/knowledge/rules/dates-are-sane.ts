import type { Source } from "../source.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const datesAreSane: KnowledgeRule = {
  name: "dates-are-sane",
  judge: ({ products, articles, today }) => {
    const inFuture = (sources: readonly Source[]) => sources.filter((source) => source.checkedOn > today);
    const problem = "`checkedOn` lies in the future.";
    const remedy = `Write the day the source was read; today is ${today}.`;
    return [
      ...products.flatMap((product) =>
        product.facts.flatMap((fact) =>
          inFuture(fact.sources).map((source) => ({
            subject: { kind: "product" as const, id: product.id, fact: fact.id },
            problem,
            remedy,
            value: source.checkedOn,
          })),
        ),
      ),
      ...articles.flatMap((article) =>
        inFuture([...article.statements, ...article.steps, ...article.checks].flatMap((item) => item.sources)).map(
          (source) => ({
            subject: { kind: "article" as const, id: article.id },
            problem,
            remedy,
            value: source.checkedOn,
          }),
        ),
      ),
    ];
  },
};
