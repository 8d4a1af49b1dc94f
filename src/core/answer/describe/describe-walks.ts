import { evidenceOfFact } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** What the receiver of each walked flow sees, in the words of the fact that decides it. */
export function describeWalks({ walks }: Situation): Piece[] {
  return walks.map((walk, i) => ({
    slot: "detail",
    priority: priorities.walk + i,
    text: walk.decidedBy.statement,
    evidence: [evidenceOfFact(walk.decidedBy)],
  }));
}
