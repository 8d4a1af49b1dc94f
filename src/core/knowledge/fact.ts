import type { Address } from "../network/address.ts";
import type { Cidr } from "../network/cidr.ts";
import type { FlowKind } from "./flow.ts";
import type { HopPlace } from "./hop-place.ts";
import type { NetworkRole } from "./network-role.ts";
import type { SettingConditions } from "./place-settings.ts";
import type { Source } from "./source.ts";

/** `default` holds unless changed; `fixed` cannot be changed; `reserved` must not be used by others; `former` no longer holds. */
export type RangeStatus = "default" | "fixed" | "reserved" | "example" | "former";

/** A range a product uses. `rule` says in words where it follows from another range; `perNode` is a node's share as prefix length. */
export type RangeClaim = {
  readonly type: "range";
  readonly role: NetworkRole;
  readonly status: RangeStatus;
  readonly cidrs: readonly Cidr[];
  readonly rule?: string;
  readonly perNode?: number;
};

/** Single well-known addresses. */
export type AddressClaim = {
  readonly type: "address";
  readonly role: NetworkRole;
  readonly status: RangeStatus;
  readonly addresses: readonly Address[];
};

/**
 * What happens to the source and destination of a flow at one hop, under the setting that `when` names for readers and
 * `under` for walks.
 */
export type BehaviourClaim = {
  readonly type: "behaviour";
  readonly flow: FlowKind;
  /** Further flows of which it says the same. */
  readonly alsoFor?: readonly FlowKind[];
  readonly when?: string;
  /** The hop that does it; where absent, the one that usually decides this flow. */
  readonly at?: HopPlace;
  /** Without it the claim holds by default or not at all, as `when` has it. */
  readonly under?: SettingConditions;
  /** True when the product comes with the settings in `under` unless they are changed. */
  readonly usual?: boolean;
  /** Where this hop tells whom it was called by: header names, or `PROXY protocol`. */
  readonly clientIn?: readonly string[];
  readonly source: "kept" | "rewritten";
  readonly sourceBecomes?: NetworkRole;
  readonly destination: "kept" | "rewritten";
  readonly destinationBecomes?: NetworkRole;
};

export type Claim = RangeClaim | AddressClaim | BehaviourClaim;

/** Versions or dates between which a fact holds, as the product writes them; what is not known is absent. */
export type VersionRange = { readonly since?: string; readonly until?: string; readonly note?: string };

/** How a fact is changed: the option's exact name and when it can be set. */
export type Configurability = { readonly option: string; readonly when: "creation" | "any-time" | "never" };

/** One claim about one product. `id` is `<product>/<name>`; `statement` is printed as it stands. */
export type Fact = {
  readonly id: string;
  readonly product: string;
  readonly statement: string;
  readonly claim: Claim;
  readonly appliesTo: VersionRange;
  readonly configurableBy?: Configurability;
  readonly sources: readonly Source[];
  /** `private` facts come from an organisation's overlay and stay with internal audiences. */
  readonly visibility: "public" | "private";
  /** Only in an overlay: the id of the public fact in whose place this one stands. */
  readonly overrides?: string;
};
