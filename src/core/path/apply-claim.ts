import type { NetworkRole } from "../knowledge/network-role.ts";
import type { Decider } from "./deciding-fact.ts";
import type { Packet, Party, Rewrite } from "./hop.ts";
import type { Route, Stage } from "./route.ts";

/** What a deciding fact does to a packet, end by end; empty where it says that both are kept. */
export function applyClaim(
  packet: Packet,
  { fact, claim }: Decider,
  { leadsToProxy }: Pick<Stage, "leadsToProxy">,
  route: Route,
): readonly Rewrite[] {
  const source = claim.source === "rewritten" ? claim.sourceBecomes : undefined;
  const destination = claim.destination === "rewritten" ? claim.destinationBecomes : undefined;
  const to = {
    source: source && ({ role: source, owner: "between" } as const),
    destination:
      destination &&
      (leadsToProxy ? { role: destination, owner: "between" as const } : destinationOf(destination, route)),
  };
  return (["source", "destination"] as const).flatMap((end) => {
    const party = to[end];
    return party === undefined || isSame(packet[end], party)
      ? []
      : [{ end, from: packet[end], to: party, decidedBy: fact }];
  });
}

/**
 * A pod with the node's network is reached at the node's address; facts still call it a pod. A loopback address is the
 * receiver's own.
 */
function destinationOf(role: NetworkRole, { to, receiver }: Route): Party {
  if (role === "loopback") return { role, owner: "receiver" };
  const arrives = to.at === "pod" ? role === "pod" : role === receiver.role;
  return arrives ? receiver : { role, owner: "between" };
}

export function isSame(a: Party, b: Party): boolean {
  return a.role === b.role && a.owner === b.owner;
}

/** The packet after these rewrites. */
export function rewritePacket(packet: Packet, rewrites: readonly Rewrite[]): Packet {
  return {
    source: rewrites.findLast(({ end }) => end === "source")?.to ?? packet.source,
    destination: rewrites.findLast(({ end }) => end === "destination")?.to ?? packet.destination,
  };
}
