import { type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import { type Cidr, formatCidr } from "../../network/cidr.ts";
import type { Candidate } from "./candidate.ts";

/** The candidates worth telling apart: one a product, none that says nothing or repeats what its product builds on. */
export function distinctMeanings(candidates: readonly Candidate[], knowledge: Knowledge): Candidate[] {
  const telling = withoutHeirs(onePerProduct(candidates.filter(isTelling)), knowledge);
  return telling.toSorted((a, b) => b.score - a.score || depth(b, knowledge) - depth(a, knowledge));
}

/** Of meanings that are otherwise alike, that of a product we know much of comes first: more people use it. */
function depth({ range }: Candidate, knowledge: Knowledge): number {
  return knowledge.products.get(range.fact.product)?.facts.length ?? 0;
}

/**
 * All of 10.0.0.0/8 says little; a documentation's example or a former default says less, and what a product forbids its
 * networks is least of all found there.
 */
function isTelling({ range, certainty }: Candidate): boolean {
  const { claim } = range.fact;
  return (
    certainty !== "possible" ||
    (!isAllOfABlock(range.cidr) &&
      claim.type !== "behaviour" &&
      !(claim.status === "reserved" && claim.role === "address-pool") &&
      claim.status !== "example" &&
      claim.status !== "former")
  );
}

/** A range such as 10.0.0.0/8, fc00::/7 or 169.254.0.0/16 would make every private or link-local address that product's. */
function isAllOfABlock(cidr: Cidr): boolean {
  return cidr.prefixLength <= 8 || linkLocal.has(formatCidr(cidr));
}

const linkLocal: ReadonlySet<string> = new Set(["169.254.0.0/16", "fe80::/10"]);

function onePerProduct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ range: { fact } }) => !seen.has(fact.product) && seen.add(fact.product));
}

/** A product that has the range from one it builds on adds nothing to the list. */
function withoutHeirs(candidates: readonly Candidate[], knowledge: Knowledge): Candidate[] {
  const key = (product: string, { range }: Candidate) => `${product} ${range.role} ${formatCidr(range.cidr)}`;
  const present = new Set(candidates.map((candidate) => key(candidate.range.fact.product, candidate)));
  return candidates.filter((candidate) => {
    const foundations = withFoundations(knowledge, candidate.range.fact.product).slice(1);
    return !foundations.some(({ id }) => present.has(key(id, candidate)));
  });
}
