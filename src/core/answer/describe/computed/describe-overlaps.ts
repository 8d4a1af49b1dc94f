import type { Fact } from "../../../knowledge/fact.ts";
import { factsInForce } from "../../../knowledge/knowledge.ts";
import { knownRangesOf } from "../../../knowledge/known-ranges.ts";
import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import { findOverlaps, type Overlap } from "../../../network/overlap.ts";
import { suggestBlock } from "../../../network/suggest-block.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { describeCoveredServices } from "./describe-covered-services.ts";

const MOST_SAID = 2;
/** A pool as wide as 10.0.0.0/8 is used in small parts; to call everything in it a collision says nothing. */
const WIDEST = 8;
/** Room for a usual cluster. */
const SUGGESTED_LENGTH = 16;

/**
 * A provider's services that a block hides, whatever is asked; and where overlap is asked about, what the blocks of the question collide with of what the named products use by
 * themselves, what breaks, and a block that is free of all that the question and those products take.
 */
export function describeOverlaps(situation: Situation): Piece[] {
  const asksOverlap = situation.reading.topics.some(({ topic }) => topic === "overlap");
  return [...describeCoveredServices(situation), ...(asksOverlap ? describeCollisions(situation) : [])];
}

function describeCollisions({ reading, subjects, knowledge }: Situation): Piece[] {
  const blocks = subjects.flatMap(({ subject }) => (subject.kind === "block" ? subject.block : []));
  const facts = reading.products.flatMap(({ product }) => factsInForce(knowledge, product));
  const known = [...new Set(facts)].flatMap(knownRangesOf);
  const collisions = findOverlaps(blocks, known).filter(
    ({ known }) => known !== undefined && known.cidr.prefixLength > WIDEST,
  );
  if (collisions.length === 0) return [];
  const suggestion = suggestBlock(blocks, known, SUGGESTED_LENGTH);
  const told = collisions.slice(0, MOST_SAID).flatMap((overlap) => sayCollision(overlap, knowledge));
  if (!suggestion || suggestion.inside.length > 0) return told;
  const text = `${formatCidr(suggestion.cidr)} is free: no block and no default range of the products named here touches it.`;
  return [
    ...told,
    { slot: "step", priority: priorities.askedRelation, text, evidence: [computedEvidence("free-block", text)] },
  ];
}

function sayCollision({ cidr, kind, known, consequence }: Overlap, knowledge: Situation["knowledge"]): Piece[] {
  const fact = known && knowledge.facts.get(known.factId);
  const product = known && knowledge.products.get(known.product);
  if (!fact || !product) return [];
  const text = `${formatCidr(cidr)} ${sayUse(kind, known.cidr, fact, product.name)}. ${consequenceOf(fact, consequence)}`;
  const evidence = [computedEvidence(`collision-${formatCidr(cidr)}-${fact.id}`, text), evidenceOfFact(fact)];
  // What is reserved is refused: nothing else about the plan matters then.
  const priority = isReserved(fact) ? priorities.contradiction : priorities.collision;
  return [{ slot: "detail", priority, text, evidence }];
}

function isReserved({ claim }: Fact): boolean {
  return claim.type !== "behaviour" && claim.status === "reserved";
}

function sayUse(kind: Overlap["kind"], cidr: Cidr, fact: Fact, name: string): string {
  const use = isReserved(fact) ? `is reserved by ${name}` : `is used by ${name}`;
  if (kind === "equal") return use;
  return `${kind === "contains" ? "contains" : "lies inside"} ${formatCidr(cidr)}, which ${use}`;
}

/** What is reserved is refused or breaks; how is the fact's to say. */
function consequenceOf(fact: Fact, consequence: string): string {
  return isReserved(fact) ? "Choose another range." : consequence;
}
