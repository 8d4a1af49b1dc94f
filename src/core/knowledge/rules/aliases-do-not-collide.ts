import { splitWords } from "../../question/words.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

/** Names are compared as they are recognised, word by word: `kube-ovn` and `Kube OVN` are one name. */
export const aliasesDoNotCollide: KnowledgeRule = {
  name: "aliases-do-not-collide",
  judge: ({ products }) => {
    const owner = new Map<string, string>();
    const otherOwner = (name: string, id: string) => {
      const spelled = splitWords(name)
        .map((word) => word.text)
        .join(" ");
      const other = owner.get(spelled);
      owner.set(spelled, other ?? id);
      return other === id ? undefined : other;
    };
    return products.flatMap((product) => {
      return [product.id, product.name, ...product.aliases].flatMap((name) => {
        const other = otherOwner(name, product.id);
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
