import type { Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import type { HopPlace } from "../knowledge/hop-place.ts";
import type { ClientTrace, Hop, Party } from "./hop.ts";
import type { Place } from "./place.ts";

/**
 * A flow followed hop by hop. `hops` runs from the sender to the receiver, `replies` from the receiver back; both
 * name the sender and the receiver too. A reply undoes every rewrite, the last one first.
 */
export type Walk = {
  readonly flow: FlowKind;
  readonly place: Place;
  readonly hops: readonly Hop[];
  readonly replies: readonly Hop[];
  /** The source at the last hop: what the receiver's logs and firewall show. */
  readonly receiverSees: Party;
  /** Where hops tell whom they were called by, the one nearest to the receiver last; empty where nobody tells. */
  readonly clientIn: readonly ClientTrace[];
  /** Every fact that decided something, in the hops' order, each once. */
  readonly decidedBy: readonly Fact[];
  /** The facts it was decided among, nearest first, for asking what would be otherwise. */
  readonly facts: readonly Fact[];
};

/** A flow that cannot be followed: no fact says what happens at this hop, and a guess is no walk. */
export type Undecided = { readonly flow: FlowKind; readonly undecidedAt: HopPlace; readonly reason: string };

export function isWalk(walked: Walk | Undecided): walked is Walk {
  return "hops" in walked;
}
