import type { Fact } from "./fact.ts";
import type { Product } from "./product.ts";

/** Public and private products as one, and which fact of the overlay stands in the place of which public one. */
export type Overlaid = {
  readonly products: readonly Product[];
  /** From the id of the public fact to the overlay's fact as it was written. */
  readonly replaced: ReadonlyMap<string, Fact>;
};

/**
 * Adds an overlay's products to the public ones. A fact with `overrides` moves into the public fact's place: it takes its id
 * and its product, so that whoever names the product meets it. One whose place is not there or taken stays where it was.
 */
export function applyOverlay(products: readonly Product[], overlay: readonly Product[]): Overlaid {
  const places = new Set(products.flatMap(({ facts }) => facts.map(({ id }) => id)));
  const replaced = new Map<string, Fact>();
  for (const fact of overlay.flatMap(({ facts }) => facts)) {
    const place = fact.overrides;
    if (place !== undefined && places.has(place) && !replaced.has(place)) replaced.set(place, fact);
  }
  const moved = new Set(replaced.values());
  return {
    products: [
      ...products.map((product) => ({ ...product, facts: product.facts.map((fact) => standIn(fact, replaced)) })),
      ...overlay.map((product) => ({ ...product, facts: product.facts.filter((fact) => !moved.has(fact)) })),
    ],
    replaced,
  };
}

function standIn(fact: Fact, replaced: ReadonlyMap<string, Fact>): Fact {
  const own = replaced.get(fact.id);
  return own ? { ...own, id: fact.id, product: fact.product } : fact;
}
