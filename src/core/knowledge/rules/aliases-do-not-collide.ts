import type { KnowledgeRule } from "./knowledge-rule.ts";

export const aliasesDoNotCollide: KnowledgeRule = {
  name: "aliases-do-not-collide",
  judge: ({ products }) => {
    const owner = new Map<string, string>();
    return products.flatMap((product) => {
      const names = new Set([product.id, product.name.toLowerCase(), ...product.aliases]);
      return [...names].flatMap((name) => {
        const other = owner.get(name);
        owner.set(name, product.id);
        if (other === undefined) return [];
        return {
          subject: { kind: "product" as const, id: product.id },
          problem: `The product ${other} goes by this name too, so a question could mean either.`,
          remedy: "Keep the name with the product people mean by it.",
          value: name,
        };
      });
    });
  },
};
