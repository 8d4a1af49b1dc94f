import type { Cidr } from "../../network/cidr.ts";
import type { ListedAs, ListingKind } from "./listing-entry.ts";

/** What an address is for, as far as a listing decides it; the words of network roles. */
export type ListedRole = "pod" | "service" | "node" | "gateway";

/**
 * What a paste says of an address or block that the question asks about. Of several lines that say the same, `names` and
 * `others` have what stands beside it in each, without repeats. `block` is what the lines themselves hold: a route's, for one.
 */
export type ListingFinding = {
  readonly asked: Cidr;
  readonly block: Cidr;
  readonly kind: ListingKind;
  readonly as: ListedAs | "host-network";
  readonly names: readonly string[];
  readonly others: readonly string[];
  readonly role?: ListedRole;
};
