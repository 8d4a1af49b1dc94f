import type { Evidence } from "../evidence/evidence.ts";
import type { Snippet } from "./answer.ts";

/**
 * Something an answer may say, before it is decided whether there is room for it. `priority` orders pieces within the
 * whole answer, low first; the first one of slot `detail` becomes the summary.
 */
export type Piece = {
  readonly slot: "detail" | "step" | "check";
  readonly priority: number;
  readonly text: string;
  readonly command?: string;
  readonly snippet?: Snippet;
  readonly evidence: readonly Evidence[];
};

/** What comes first. One table, so that the order of an answer can be read in one place. */
export const priorities = {
  advice: 4,
  observed: 5,
  invalidNotation: 10,
  hostname: 15,
  candidate: 20,
  ownFact: 21,
  askedRelation: 22,
  ambiguousNotation: 22.5,
  unusualScope: 23,
  meanings: 23.5,
  walk: 23.8,
  tellingFact: 23.9,
  toThePoint: 24,
  scope: 30,
  furtherCandidate: 32,
  relation: 40,
  otherMeanings: 45,
  fact: 48,
  article: 50,
  ordinaryScope: 65,
  unanswered: 90,
} as const;
