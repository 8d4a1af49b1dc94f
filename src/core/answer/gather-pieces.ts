import { describeHostnames } from "./describe/computed/describe-hostnames.ts";
import { describeMasks } from "./describe/computed/describe-masks.ts";
import { describeNotation } from "./describe/computed/describe-notation.ts";
import { describeOverlaps } from "./describe/computed/describe-overlaps.ts";
import { describePublicPlans } from "./describe/computed/describe-public-plans.ts";
import { describeRelations } from "./describe/computed/describe-relations.ts";
import { describeScopes } from "./describe/computed/describe-scopes.ts";
import { describeSizes } from "./describe/computed/describe-sizes.ts";
import { describeContradictions } from "./describe/contradictions/describe-contradictions.ts";
import { describeObservations } from "./describe/describe-observations.ts";
import { describePassages } from "./describe/describe-passages.ts";
import { describeWalks } from "./describe/describe-walks.ts";
import { describeAllowlist } from "./describe/meanings/describe-allowlist.ts";
import { describeCandidates } from "./describe/meanings/describe-candidates.ts";
import { describeDefaultRanges } from "./describe/meanings/describe-default-ranges.ts";
import { describeServiceAnchors } from "./describe/meanings/describe-service-anchors.ts";
import { describeListings } from "./describe/pasted/describe-listings.ts";
import type { Piece } from "./piece.ts";
import type { Situation } from "./select/situation.ts";

/** Everything that can contribute to an answer; what each says is its own file's business. */
const describers: readonly ((situation: Situation) => Piece[])[] = [
  describeObservations,
  describeNotation,
  describeContradictions,
  describeListings,
  describeHostnames,
  describeCandidates,
  describeDefaultRanges,
  describeServiceAnchors,
  describeAllowlist,
  describeScopes,
  describePublicPlans,
  describeRelations,
  describeOverlaps,
  describeSizes,
  describeMasks,
  describeWalks,
  describePassages,
];

/** All that could be said; what there is room for is decided later. */
export function gatherPieces(situation: Situation): Piece[] {
  return describers.flatMap((describe) => describe(situation));
}
