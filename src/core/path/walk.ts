import type { BehaviourClaim, Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import type { HopPlace } from "../knowledge/hop-place.ts";
import type { NetworkRole } from "../knowledge/network-role.ts";
import type { ClientTrace, Hop, Packet, Party } from "./hop.ts";
import { type Place, usualPlace } from "./place.ts";

/**
 * A flow followed hop by hop. `hops` runs from the sender to the receiver, `replies` from the receiver back; both
 * name the sender and the receiver too. A reply undoes every rewrite, the last one first.
 */
export type Walk = {
  readonly flow: FlowKind;
  readonly place: Place;
  readonly hops: readonly Hop[];
  readonly replies: readonly Hop[];
  /** The source at the last hop: what the receiver's logs and firewall show. */
  readonly receiverSees: Party;
  /** Where the client is still told, the hop nearest to the receiver last; empty where nobody tells. */
  readonly clientIn: readonly ClientTrace[];
  /** Every fact that decided something, in the hops' order, each once. */
  readonly decidedBy: readonly Fact[];
  /** The facts it was decided among, nearest first, for asking what would be otherwise. */
  readonly facts: readonly Fact[];
};

/** A flow that cannot be followed: no fact says what happens at this hop, and a guess is no walk. */
export type Undecided = { readonly flow: FlowKind; readonly undecidedAt: HopPlace; readonly reason: string };

type Start = { readonly source: NetworkRole; readonly destination: NetworkRole };

/** The flows we can walk so far and whose addresses they start with. */
const starts: Partial<Readonly<Record<FlowKind, Start>>> = {
  "pod-to-pod": { source: "pod", destination: "pod" },
  "pod-to-service": { source: "pod", destination: "service" },
  "pod-to-internet": { source: "pod", destination: "client" },
};

/** Follows `flow` under the facts in force, nearest first; undefined when no fact says what happens by default. */
export function walkFlow(flow: FlowKind, facts: readonly Fact[]): Walk | undefined {
  const start = starts[flow];
  if (start === undefined) return undefined;
  for (const fact of facts) {
    const { claim } = fact;
    if (claim.type === "behaviour" && claim.flow === flow && holdsByDefault(claim))
      return follow(flow, start, claim, fact, facts);
  }
  return undefined;
}

function holdsByDefault(claim: BehaviourClaim): boolean {
  return claim.when === undefined || /\bdefault\b/i.test(claim.when);
}

function follow(flow: FlowKind, start: Start, claim: BehaviourClaim, fact: Fact, facts: readonly Fact[]): Walk {
  const sent: Packet = {
    source: { role: start.source, owner: "sender" },
    destination: { role: start.destination, owner: start.destination === "service" ? "between" : "receiver" },
  };
  const source: Party = claim.sourceBecomes ? { role: claim.sourceBecomes, owner: "between" } : sent.source;
  const destination: Party = claim.destinationBecomes
    ? { role: claim.destinationBecomes, owner: "receiver" }
    : sent.destination;
  const taken: Packet = { source, destination };
  const forth = (["source", "destination"] as const).filter((end) => sent[end] !== taken[end]);
  const hops: Hop[] = [
    pass("pod", "calling pod", sent),
    {
      at: "node",
      label: "node of the calling pod",
      before: sent,
      after: taken,
      rewrites: forth.map((end) => ({ end, from: sent[end], to: taken[end], decidedBy: fact })),
      connection: "same",
      decidedBy: [fact],
    },
    pass(flow === "pod-to-internet" ? "server" : "pod", flow === "pod-to-internet" ? "server" : "called pod", taken),
  ];
  const replies = hops.toReversed().map(
    (hop): Hop => ({
      ...hop,
      before: turn(hop.after),
      after: turn(hop.before),
      rewrites: hop.rewrites.map(({ end, from, to, decidedBy }) => ({
        end: end === "source" ? "destination" : "source",
        from: to,
        to: from,
        decidedBy,
      })),
    }),
  );
  return { flow, place: usualPlace, hops, replies, receiverSees: source, clientIn: [], decidedBy: [fact], facts };
}

function pass(at: HopPlace, label: string, packet: Packet): Hop {
  return { at, label, before: packet, after: packet, rewrites: [], connection: "same", decidedBy: [] };
}

function turn({ source, destination }: Packet): Packet {
  return { source: destination, destination: source };
}
