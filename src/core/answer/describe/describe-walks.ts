import { evidenceOfFact } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** What the receiver of each walked flow sees, in the words of the fact that decides it. */
export function describeWalks({ walks }: Situation): Piece[] {
  return walks.flatMap(({ decidedBy: [fact] }, i) => {
    if (fact === undefined) return [];
    return [
      {
        slot: "detail" as const,
        priority: priorities.walk + i,
        text: fact.statement,
        evidence: [evidenceOfFact(fact)],
      },
    ];
  });
}
