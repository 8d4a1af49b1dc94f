import type { Fact } from "../../knowledge/fact.ts";
import type { Telling } from "../../path/tell-walk.ts";
import { tellClient, tellSource } from "../../path/tell-walk.ts";
import { isWalk, type Walk } from "../../path/walk.ts";
import type { WhatIf } from "../../path/what-if.ts";
import { evidenceOfFact } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/**
 * What a change that is asked about would do, first of all; then what the receiver of each walked flow sees and why and, of
 * the first, where a hidden client's address is still told.
 */
export function describeWalks({ walks, whatIfs }: Situation): Piece[] {
  const changes = whatIfs.map((change, i) => toPiece(tellChange(change), priorities.whatIf + i / 100));
  const told = walks.flatMap((walk, i) => {
    const client = i === 0 && whatIfs.length === 0 ? tellClient(walk) : undefined;
    const rank = comesFromOutside(walk) ? priorities.outsideWalk : priorities.walk;
    return [tellSource(walk), ...(client ? [client] : [])].map((telling, j) =>
      toPiece(telling, rank + i / 50 + j / 100),
    );
  });
  return [...changes, ...told];
}

function comesFromOutside({ hops }: Walk): boolean {
  return hops[0]?.at === "client";
}

function tellChange({ before, after, sentence }: WhatIf): Telling {
  return { text: sentence, facts: isWalk(after) ? newFirst(before, after) : before.decidedBy };
}

/** What the change brings into force is what the sentence mostly tells. */
function newFirst(before: Walk, after: Walk): readonly Fact[] {
  const known = new Set(before.decidedBy);
  const told = after.clientIn.map(({ decidedBy }) => decidedBy);
  const all = new Set([...after.decidedBy, ...told]);
  return [...[...all].filter((fact) => !known.has(fact)), ...before.decidedBy];
}

function toPiece({ text, facts }: Telling, priority: number): Piece {
  return { slot: "detail", priority, text, evidence: facts.map(evidenceOfFact) };
}
