import type { Product } from "../product.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const buildsOnHasNoCircle: KnowledgeRule = {
  name: "builds-on-has-no-circle",
  judge: ({ products }) => {
    const byId = new Map(products.map((product) => [product.id, product]));
    return products
      .filter((product) => foundations(product, byId).has(product.id))
      .map((product) => ({
        subject: { kind: "product" as const, id: product.id },
        problem: "The product builds on itself, through others or directly.",
        remedy: "Remove one `buildsOn` of the circle: what is built on must not know what builds on it.",
        value: product.buildsOn.join(", "),
      }));
  },
};

function foundations(product: Product, byId: ReadonlyMap<string, Product>): Set<string> {
  const found = new Set<string>();
  const waiting = [...product.buildsOn];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(byId.get(id)?.buildsOn ?? []));
  }
  return found;
}
