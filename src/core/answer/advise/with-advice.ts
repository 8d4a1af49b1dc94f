import { computedEvidence } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";
import type { Advice } from "./advice.ts";
import { type AdviceKind, advisers } from "./advisers.ts";

/**
 * The pieces with at most one thing to paste. Overheard talk gets none: nobody asked for something to apply.
 */
export function withAdvice(situation: Situation, pieces: readonly Piece[]): Piece[] {
  const chosen = chooseAdvice(situation);
  if (!chosen) return [...pieces];
  return [toPiece(chosen), ...pieces];
}

export type ChosenAdvice = { readonly kind: AdviceKind; readonly advice: Advice };

/** The first kind of advice that applies, with what it advises. */
export function chooseAdvice(situation: Situation): ChosenAdvice | undefined {
  if (!situation.question.addressed || situation.reading.intent.kind === "instruct") return undefined;
  for (const kind of Object.keys(advisers) as AdviceKind[]) {
    const advice = advisers[kind](situation);
    if (advice && isDocumented(advice)) return { kind, advice };
  }
  return undefined;
}

function toPiece({ kind, advice: { text, code, values, documented } }: ChosenAdvice): Piece {
  const evidence = [computedEvidence(`advice-${kind}`, values), ...documented];
  return { slot: "step", priority: priorities.advice, text, ...code, evidence };
}

/** A field that nothing cited speaks of may be misspelt, or gone: such advice is not given. */
function isDocumented({ sets, documented }: Advice): boolean {
  return sets.every((name) => documented.some(({ statement }) => statement.includes(name)));
}
