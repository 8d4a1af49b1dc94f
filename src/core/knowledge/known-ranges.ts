import type { KnownRange } from "../network/overlap.ts";
import type { Fact } from "./fact.ts";
import { blocksOf } from "./knowledge.ts";

/** The blocks that a product uses by itself; an example or a former default takes no room. */
export function knownRangesOf(fact: Fact): KnownRange[] {
  if (fact.claim.type === "behaviour" || fact.claim.status === "example" || fact.claim.status === "former") return [];
  return blocksOf(fact).map(({ cidr, role }) => ({
    cidr,
    product: fact.product,
    role,
    factId: fact.id,
    statement: fact.statement,
  }));
}
