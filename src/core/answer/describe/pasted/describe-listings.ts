import type { Evidence } from "../../../evidence/evidence.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { sayListing } from "./say-listing.ts";

const MOST_FINDINGS = 2;

/** What stands beside the address in the output that was pasted: told as what the paste says, never as what is so. */
export function describeListings({ reading }: Situation): Piece[] {
  return reading.listings.slice(0, MOST_FINDINGS).map((finding, i) => {
    const text = sayListing(finding);
    const evidence: Evidence = { id: `question:listing-${i + 1}`, kind: "question", statement: text, sources: [] };
    return { slot: "detail", priority: priorities.listing + i / 10, text, evidence: [evidence] };
  });
}
