import type { Fact } from "../knowledge/fact.ts";
import { type Knowledge, withFoundations } from "../knowledge/knowledge.ts";
import type { Product } from "../knowledge/product.ts";

/**
 * The behaviours in force where several products meet: those of the named ones in their order, then those of what these build
 * on; what many build on comes late and plain Kubernetes last, as it knows least of the place.
 */
export function gatherFacts(knowledge: Knowledge, named: readonly string[]): readonly Fact[] {
  const all = named.flatMap((product) => withFoundations(knowledge, product));
  const [plain, special] = [all.filter(isPlain), all.filter((product) => !isPlain(product))];
  const own = special.filter(({ id }) => named.includes(id));
  const foundations = special.filter((product, i) => special.lastIndexOf(product) === i);
  return [...new Set([...own, ...foundations, ...plain])].flatMap(({ facts }) => facts.filter(isBehaviour));
}

/** Nothing else decides what happens to a packet. */
function isBehaviour({ claim }: Fact): boolean {
  return claim.type === "behaviour";
}

function isPlain({ id }: Product): boolean {
  return id === "kubernetes";
}
