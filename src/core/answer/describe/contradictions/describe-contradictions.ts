import type { Piece } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { describeRangeOfOtherPlace } from "./range-of-other-place.ts";
import { describeServiceAsSource } from "./service-as-source.ts";
import { describeTwoPlaces } from "./two-places.ts";
import { describeWrongReach } from "./wrong-reach.ts";

/** Tried in this order; one contradiction is enough to ask again, and more would sound like blame. */
const finders: readonly ((situation: Situation) => Piece[])[] = [
  describeWrongReach,
  describeServiceAsSource,
  describeRangeOfOtherPlace,
  describeTwoPlaces,
];

/** What in a thread cannot be so, in one short sentence, where there is evidence against it. */
export function describeContradictions(situation: Situation): Piece[] {
  return finders.flatMap((find) => find(situation)).slice(0, 1);
}
