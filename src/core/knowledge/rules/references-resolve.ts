import type { KnowledgeRule } from "./knowledge-rule.ts";

export const referencesResolve: KnowledgeRule = {
  name: "references-resolve",
  judge: ({ products, articles }) => {
    const known = new Set(products.map((product) => product.id));
    const dangling = (ids: readonly string[]) => ids.filter((id) => !known.has(id));
    const remedy = `Use the id of a file in products/, or add that product. Known: ${[...known].sort().join(", ")}.`;
    return [
      ...products.flatMap((product) =>
        dangling(product.buildsOn).map((value) => ({
          subject: { kind: "product" as const, id: product.id },
          problem: "`buildsOn` names a product that does not exist.",
          remedy,
          value,
        })),
      ),
      ...articles.flatMap((article) =>
        dangling(article.when.products).map((value) => ({
          subject: { kind: "article" as const, id: article.id },
          problem: "`when.products` names a product that does not exist.",
          remedy,
          value,
        })),
      ),
    ];
  },
};
