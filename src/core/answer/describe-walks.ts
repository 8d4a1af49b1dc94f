import { roleTraits } from "../knowledge/network-role.ts";
import type { Walk } from "../path/walk.ts";
import { evidenceOfFact } from "./evidence-of.ts";
import { type Piece, priorities } from "./piece.ts";
import type { Situation } from "./situation.ts";

/** What the receiver of each walked flow sees, in the words of the fact that decides it. */
export function describeWalks({ walks }: Situation): Piece[] {
  return walks.map((walk, i) => ({
    slot: "detail",
    priority: priorities.walk + i,
    text: `${walk.decidedBy.statement}${sayReceiver(walk)}`,
    evidence: [evidenceOfFact(walk.decidedBy)],
  }));
}

/** Said only where it is not plain from the fact: a Service stood as destination, and the receiver sees a pod. */
function sayReceiver({ flow, receiverSees }: Walk): string {
  if (flow !== "pod-to-service") return "";
  return ` So the receiver sees a ${roleTraits[receiverSees].noun} address as source.`;
}
