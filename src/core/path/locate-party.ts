import type { Address } from "../network/address.ts";
import { isSame } from "./apply-claim.ts";
import type { ClientTrace, Hop, Packet, Party } from "./hop.ts";
import type { Walk } from "./walk.ts";

/** The same walk with the address that is known of one party, wherever a packet carries it. */
export function locateParty(walk: Walk, party: Party, address: Address): Walk {
  const name = (found: Party): Party => (isSame(found, party) ? { ...found, address } : found);
  const packet = ({ source, destination }: Packet): Packet => ({
    source: name(source),
    destination: name(destination),
  });
  const hop = (found: Hop): Hop => ({
    ...found,
    before: packet(found.before),
    after: packet(found.after),
    rewrites: found.rewrites.map((rewrite) => ({ ...rewrite, from: name(rewrite.from), to: name(rewrite.to) })),
  });
  return {
    ...walk,
    hops: walk.hops.map(hop),
    replies: walk.replies.map(hop),
    receiverSees: name(walk.receiverSees),
    clientIn: walk.clientIn.map((trace): ClientTrace => ({ ...trace, tells: name(trace.tells) })),
  };
}
