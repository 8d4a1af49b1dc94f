import type { FlowKind } from "../knowledge/flow.ts";
import type { HopPlace } from "../knowledge/hop-place.ts";
import type { Packet, Party } from "./hop.ts";
import type { Place } from "./place.ts";

/** A place that a flow passes in a given place, before it is known what happens to the packet there. */
export type Stage = {
  readonly at: HopPlace;
  readonly label: string;
  /** Flows whose facts decide here, the most telling first; none where packets only pass. */
  readonly asks: readonly FlowKind[];
  readonly connection: "same" | "new";
  readonly repliesBypass: boolean;
  /** True where a proxy further on has a pod of its own: a packet sent on to a pod is sent to that one, and not to the receiver. */
  readonly leadsToProxy?: true;
};

/** One end of the whole way. */
export type RouteEnd = { readonly at: HopPlace; readonly label: string };

/** The places a flow passes, what the sender writes on the packet, and whose address it must carry to have arrived. */
export type Route = {
  readonly from: RouteEnd;
  readonly sent: Packet;
  readonly stages: readonly Stage[];
  readonly to: RouteEnd;
  readonly receiver: Party;
};

/** How a flow goes depends on the place alone; what is rewritten on the way is for facts to say. */
export type RouteRule = (place: Place) => Route;

/** A place that only passes packets on. */
export function passing(at: HopPlace, label: string): Stage {
  return { at, label, asks: [], connection: "same", repliesBypass: false };
}

/** A place that may rewrite what passes, as facts of these flows say. */
export function deciding(at: HopPlace, label: string, ...asks: readonly FlowKind[]): Stage {
  return { at, label, asks, connection: "same", repliesBypass: false };
}

/** A place that ends the conversation and opens one of its own. */
export function proxying(at: HopPlace, label: string, ...asks: readonly FlowKind[]): Stage {
  return { at, label, asks, connection: "new", repliesBypass: false };
}
