import { rewritePacket } from "./apply-claim.ts";
import type { Hop, Packet, Rewrite } from "./hop.ts";

/**
 * The way back: the receiver answers whom it saw, and each hop undoes what it rewrote, the last rewrite first. A hop that
 * replies bypass is left out; the hop behind it then answers in its name, as with direct server return.
 */
export function retrace(hops: readonly Hop[]): readonly Hop[] {
  const replies: Hop[] = [];
  let packet = turn(hops.at(-1)?.after);
  let owed: readonly Hop[] = [];
  for (const [i, hop] of [...hops.entries()].toReversed()) {
    if (hop.repliesBypass) continue;
    owed = [hop, ...bypassedBefore(hops, i)];
    const rewrites = owed.flatMap((done) => done.rewrites.toReversed().map(undo));
    const before = packet;
    packet = before && rewritePacket(before, rewrites);
    if (before && packet) replies.push({ ...hop, before, after: packet, rewrites });
  }
  return replies;
}

/** The hops right before this one, nearest first, that replies do not come by. */
function bypassedBefore(hops: readonly Hop[], at: number): readonly Hop[] {
  const before = hops.slice(0, at).toReversed();
  const firstPassed = before.findIndex((hop) => !hop.repliesBypass);
  return before.slice(0, firstPassed);
}

function undo({ end, from, to, decidedBy }: Rewrite): Rewrite {
  return { end: end === "source" ? "destination" : "source", from: to, to: from, decidedBy };
}

function turn(packet: Packet | undefined): Packet | undefined {
  return packet && { source: packet.destination, destination: packet.source };
}
