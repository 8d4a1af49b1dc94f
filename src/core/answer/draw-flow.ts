import type { Fact } from "../knowledge/fact.ts";
import { drawWalk } from "../path/draw/draw-walk.ts";
import { isWalk, type Walk } from "../path/walk.ts";
import { sayChange } from "../path/what-if.ts";
import type { AnswerDrawing } from "./answer.ts";
import { evidenceOfFact } from "./evidence-of.ts";
import type { Situation } from "./select/situation.ts";

/**
 * The flow that the thread's own words name, drawn: the first of several, and where a change is asked about, the flow after
 * it. Undefined where none is named, since one that only follows from the topic may not be the one that is meant, and where
 * it is not known what happens on the way.
 */
export function drawFlow({ walks, spokenFlows, whatIfs }: Situation): AnswerDrawing | undefined {
  const [change] = whatIfs;
  if (change)
    return isWalk(change.after) ? draw(change.after, sayChange(change.change).replaceAll("`", "")) : undefined;
  const walk = walks.find(({ flow }) => spokenFlows.includes(flow));
  return walk && draw(walk);
}

function draw(walk: Walk, under?: string): AnswerDrawing {
  const facts = new Set<Fact>([...walk.decidedBy, ...walk.clientIn.map(({ decidedBy }) => decidedBy)]);
  return { ...drawWalk(walk, under), evidence: [...facts].map(evidenceOfFact) };
}
