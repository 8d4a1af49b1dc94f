import type { FlowKind } from "../../knowledge/flow.ts";
import type { Place } from "../place.ts";
import { deciding, passing, type Stage } from "../route.ts";

/**
 * From a node's address to a pod. With `externalTrafficPolicy: Local` the node keeps to its own pods. Where the pod's node
 * answers the client itself (DSR), replies do not come back to the node that took the packet.
 */
export function passNodes(place: Place, ...asks: readonly FlowKind[]): readonly Stage[] {
  const goesOn = place.externalTrafficPolicy === "Cluster" && place.endpoint === "other-node";
  const taking = deciding("node", "node that takes the packet", ...asks);
  if (!goesOn) return [taking];
  return [{ ...taking, repliesBypass: place.nodePortReply === "direct" }, passing("node", "node of the called pod")];
}
