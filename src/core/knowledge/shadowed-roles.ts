import type { Fact } from "./fact.ts";
import { type Knowledge, withFoundations } from "./knowledge.ts";

/**
 * Tells facts that do not speak here: a product's own account of a role stands in for that of what it builds on, as
 * Kapsule's pod range does for Cilium's default, even where Cilium is named too.
 */
export function shadowedBy(knowledge: Knowledge, products: readonly string[]): (fact: Fact) => boolean {
  const shadowed = new Set(products.flatMap((product) => shadows(knowledge, product)));
  return ({ product, claim }) => claim.type === "range" && shadowed.has(`${product} ${claim.role}`);
}

function shadows(knowledge: Knowledge, product: string): string[] {
  const [own, ...foundations] = withFoundations(knowledge, product);
  const roles = own?.facts.flatMap(({ claim }) =>
    claim.type === "range" && claim.status === "default" ? claim.role : [],
  );
  return foundations.flatMap(({ id }) => (roles ?? []).map((role) => `${id} ${role}`));
}
