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
  /** Of a sentence of an article: which one, and its place there. */
  readonly article?: string;
  readonly position?: number;
};

/** The priority of a sentence that is worth so many points; on the scale of the table below. */
export function priorityOf(worth: number): number {
  return 30 - worth;
}

/** What comes first. One table, so that the order of an answer can be read in one place. */
export const priorities = {
  allowlist: 3,
  advice: 4,
  observed: 5,
  /** What was pasted says it of this very place. */
  listing: 6,
  askedCandidate: 9,
  defaultRanges: 9,
  invalidNotation: 10,
  /** What is neither plainly private nor public, and who uses it, where that is asked. */
  askedScope: 11,
  /** Whom the receiver sees, followed hop by hop. */
  walk: 11.4,
  meanings: 11.5,
  serviceAnchor: 12,
  /** Of several addresses that are asked about each is told, before what else there is to say of the first. */
  askedFurtherCandidate: 12,
  unanswered: 12,
  relationOfTwo: 13,
  mask: 13,
  hostname: 15,
  /** A premise that does not hold makes what follows from it wrong. */
  contradiction: 15.5,
  candidate: 16,
  /** What a planned block collides with is the answer to whether it will do. */
  collision: 16.5,
  askedRelation: 17,
  /** What a change would do, where that is asked. */
  whatIf: 17.2,
  ambiguousNotation: 18,
  unusualScope: 19,
  relationOfUnreachable: 20,
  /** How a client gets lost is what articles are about; one to the point knows more than the walk. */
  outsideWalk: 22,
  furtherCandidate: 22,
  narrowMeanings: 23,
  scope: 23.5,
  relation: 27,
  otherMeanings: 29,
  ordinaryScope: 32,
} as const;
