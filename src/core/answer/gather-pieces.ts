import { describeAllowlist } from "./describe/describe-allowlist.ts";
import { describeCandidates } from "./describe/describe-candidates.ts";
import { describeContradictions } from "./describe/describe-contradictions.ts";
import { describeDefaultRanges } from "./describe/describe-default-ranges.ts";
import { describeHostnames } from "./describe/describe-hostnames.ts";
import { describeListings } from "./describe/describe-listings.ts";
import { describeMasks } from "./describe/describe-masks.ts";
import { describeNotation } from "./describe/describe-notation.ts";
import { describeObservations } from "./describe/describe-observations.ts";
import { describeOverlaps } from "./describe/describe-overlaps.ts";
import { describePassages } from "./describe/describe-passages.ts";
import { describePublicPlans } from "./describe/describe-public-plans.ts";
import { describeRelations } from "./describe/describe-relations.ts";
import { describeScopes } from "./describe/describe-scopes.ts";
import { describeServiceAnchors } from "./describe/describe-service-anchors.ts";
import { describeSizes } from "./describe/describe-sizes.ts";
import { describeWalks } from "./describe/describe-walks.ts";
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
