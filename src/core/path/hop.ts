import type { Fact } from "../knowledge/fact.ts";
import type { HopPlace } from "../knowledge/hop-place.ts";
import type { NetworkRole } from "../knowledge/network-role.ts";
import type { Address } from "../network/address.ts";

/**
 * One end of a packet: whose address it carries. `owner` tells two pods or two nodes apart: the one that began the
 * conversation, the one it is meant for, or something in between. `address` is there when the thread gives it.
 */
export type Party = {
  readonly role: NetworkRole;
  readonly owner: "sender" | "between" | "receiver";
  readonly address?: Address;
};

/** The two ends that a packet carries at one moment. */
export type Packet = { readonly source: Party; readonly destination: Party };

/** One end exchanged for another, and the fact that says so. */
export type Rewrite = {
  readonly end: "source" | "destination";
  readonly from: Party;
  readonly to: Party;
  readonly decidedBy: Fact;
};

/**
 * One place on the way. `before` is the packet as it arrives (at the first hop: as it is made), `after` as it leaves (at the
 * last hop: as it is taken). `rewrites` is empty where it only passes. With `connection: "new"` the hop ends the
 * conversation and opens one of its own, as proxies do. `decidedBy` are the facts consulted here, also those that say
 * that nothing is rewritten.
 */
export type Hop = {
  readonly at: HopPlace;
  /** What it is in a few words, without article: "calling pod", "node that takes the packet". */
  readonly label: string;
  readonly before: Packet;
  readonly after: Packet;
  readonly rewrites: readonly Rewrite[];
  readonly connection: "same" | "new";
  /** True when replies do not come by here again; the hop behind it then undoes what this one rewrote. */
  readonly repliesBypass: boolean;
  readonly decidedBy: readonly Fact[];
};

/** Where a hop passes on by whom it was called, once the packet no longer carries that address. */
export type ClientTrace = {
  readonly carrier: "header" | "proxy-protocol";
  /** Whose address stands there: the client's only if no hop before had hidden it. */
  readonly tells: Party;
  /** Header names as written, `X-Forwarded-For`; for the PROXY protocol just its name. */
  readonly names: readonly string[];
  /** The hop that puts it there. */
  readonly putBy: HopPlace;
  readonly decidedBy: Fact;
};
