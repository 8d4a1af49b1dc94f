import type { Knowledge } from "../knowledge/knowledge.ts";
import { roleTraits } from "../knowledge/network-role.ts";
import { cidrContainsCidr, formatCidr } from "../network/cidr.ts";
import type { Subject } from "../question/subject.ts";
import type { Candidate } from "./candidate.ts";
import { evidenceOfFact } from "./evidence-of.ts";
import { listWords } from "./list-words.ts";
import { type Piece, priorities } from "./piece.ts";
import type { Situation } from "./situation.ts";

const MOST_MEANINGS = 6;
const MOST_SUBJECTS = 3;

/** What each subject most likely is here: the documented meaning where a product is named, else who uses such addresses. */
export function describeCandidates(situation: Situation): Piece[] {
  return situation.subjects.slice(0, MOST_SUBJECTS).flatMap(({ subject }, i) => {
    const candidates = situation.candidates[i] ?? [];
    const documented = candidates.filter((candidate) => candidate.certainty === "documented");
    if (documented.length > 0)
      return documented.slice(0, 2).map((best, rank) => describeMeaning(subject, best, i + rank));
    return describePossibilities(subject, candidates, situation.knowledge, i);
  });
}

function describeMeaning(subject: Subject, { range }: Candidate, order: number): Piece {
  const { noun } = roleTraits[range.role];
  const cidr = formatCidr(range.cidr);
  const isSame = formatCidr(subject.block) === cidr;
  const lead = isSame ? "" : `\`${subject.written}\` is in ${cidr}, a ${noun} range. `;
  return {
    slot: "detail",
    priority: priorities.candidate + order,
    text: `${lead}${range.fact.statement}`,
    evidence: [evidenceOfFact(range.fact)],
  };
}

function describePossibilities(
  subject: Subject,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
  order: number,
): Piece[] {
  const best = onePerProduct(candidates.filter(isTelling)).slice(0, MOST_MEANINGS);
  if (best.length === 0) return [];
  const uses = best.map(({ range }) => {
    const name = knowledge.products.get(range.fact.product)?.name ?? range.fact.product;
    return `${name} (${roleTraits[range.role].noun}, ${formatCidr(range.cidr)})`;
  });
  const text = `Products that use ${cidrContainsAny(best, subject) ? "it" : "parts of it"}: ${listWords(uses)}.`;
  const priority = priorities.otherMeanings + order;
  return [{ slot: "detail", priority, text, evidence: best.map(({ range }) => evidenceOfFact(range.fact)) }];
}

/** A range as wide as a registry block says little; a documentation's example or a former default says less. */
function isTelling({ range, certainty }: Candidate): boolean {
  const { claim } = range.fact;
  return (
    certainty !== "possible" || (claim.type !== "behaviour" && claim.status !== "example" && claim.status !== "former")
  );
}

function onePerProduct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ range: { fact } }) => !seen.has(fact.product) && seen.add(fact.product));
}

function cidrContainsAny(candidates: readonly Candidate[], subject: Subject): boolean {
  return candidates.some(({ range }) => cidrContainsCidr(range.cidr, subject.block));
}
