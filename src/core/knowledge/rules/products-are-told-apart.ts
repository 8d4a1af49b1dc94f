import { formatCidr } from "../../network/cidr.ts";
import { splitWords } from "../../question/words.ts";
import { blocksOf } from "../knowledge.ts";
import type { Product } from "../product.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

/**
 * Two products that use the same range for the same thing are no fault: the one question asked back lets people choose
 * by name. It cannot be chosen where one goes by a name that is part of the other's, and kind and `buildsOn` tell nothing.
 */
export const productsAreToldApart: KnowledgeRule = {
  name: "products-are-told-apart",
  judge: ({ products }) =>
    products.flatMap((product) => {
      const claims = defaultsOf(product);
      const twins = products.filter((other) => isTwin(product, other) && isNamedWithin(other, product));
      return twins.flatMap((other) => {
        const [shared] = [...defaultsOf(other)].filter((claim) => claims.has(claim));
        if (shared === undefined) return [];
        return {
          subject: { kind: "product" as const, id: product.id },
          problem: `${other.id} is of the same kind, has the same default and goes by a name that is part of this one's.`,
          remedy: "Say which builds on the other, give one a name of its own, or make them one product.",
          value: shared,
        };
      });
    }),
};

function isTwin(product: Product, other: Product): boolean {
  if (product.id === other.id || product.kind !== other.kind) return false;
  return !product.buildsOn.includes(other.id) && !other.buildsOn.includes(product.id);
}

function defaultsOf(product: Product): ReadonlySet<string> {
  const inForce = product.facts.filter(({ claim }) => claim.type === "range" && claim.status === "default");
  return new Set(inForce.flatMap(blocksOf).map(({ role, cidr }) => `${role} ${formatCidr(cidr)}`));
}

/** Whether one of its names stands, word by word, within the other's printed name. */
function isNamedWithin({ id, name, aliases }: Product, { name: longer }: Product): boolean {
  const words = ` ${spell(longer)} `;
  return [id, name, ...aliases].some((phrase) => words.includes(` ${spell(phrase)} `));
}

function spell(phrase: string): string {
  return splitWords(phrase)
    .map(({ text }) => text)
    .join(" ");
}
