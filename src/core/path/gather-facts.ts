import type { Fact } from "../knowledge/fact.ts";
import { type Knowledge, withFoundations } from "../knowledge/knowledge.ts";

/**
 * The facts in force where several products meet: those of the named ones in their order, then those of what these build
 * on; what many build on comes last, as it knows least of the place.
 */
export function gatherFacts(knowledge: Knowledge, named: readonly string[]): readonly Fact[] {
  const all = named.flatMap((product) => withFoundations(knowledge, product));
  const own = all.filter(({ id }) => named.includes(id) && id !== "kubernetes");
  const foundations = all.filter((product, i) => !own.includes(product) && all.lastIndexOf(product) === i);
  return [...new Set([...own, ...foundations])].flatMap(({ facts }) => facts);
}
