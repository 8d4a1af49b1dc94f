import type { Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import { roleTraits } from "../knowledge/network-role.ts";
import { applyClaim, rewritePacket } from "./apply-claim.ts";
import { findDeciders } from "./deciding-fact.ts";
import { findRoute } from "./find-route.ts";
import type { ClientTrace, Hop, Packet } from "./hop.ts";
import type { Place } from "./place.ts";
import { retrace } from "./retrace.ts";
import type { Route, RouteEnd, Stage } from "./route.ts";
import { traceClient } from "./trace-client.ts";
import type { Undecided, Walk } from "./walk.ts";

/**
 * Follows a flow through a place under the facts in force, nearest first. Undecided where a hop may rewrite and no fact
 * says what it does, or where the facts together do not lead to the receiver.
 */
export function walkFlow(flow: FlowKind, place: Place, facts: readonly Fact[]): Walk | Undecided {
  const route = findRoute(flow, place);
  const way = route.stages.reduce<Way | Undecided>(
    (way, stage) => ("hops" in way ? passStage(flow, way, stage, route, place, facts) : way),
    { hops: [stand(route.from, route.sent)], packet: route.sent, clientIn: [] },
  );
  if (!("hops" in way)) return way;
  if (way.packet.destination.owner !== "receiver") return lost(flow, way.packet, route);
  const hops = [...way.hops, stand(route.to, way.packet)];
  return {
    flow,
    place,
    hops,
    replies: retrace(hops),
    receiverSees: way.packet.source,
    clientIn: way.clientIn,
    decidedBy: [...new Set(hops.flatMap((hop) => hop.decidedBy))],
    facts,
  };
}

/** How far a packet has come, and what it carries there. */
type Way = { readonly hops: readonly Hop[]; readonly packet: Packet; readonly clientIn: readonly ClientTrace[] };

function passStage(
  flow: FlowKind,
  { hops, packet, clientIn }: Way,
  stage: Stage,
  route: Route,
  place: Place,
  facts: readonly Fact[],
): Way | Undecided {
  const { asks, leadsToProxy: _, ...seen } = stage;
  const deciders = findDeciders(stage, place, facts);
  const [decider] = deciders;
  if (decider === undefined && asks.length > 0) {
    return { flow, undecidedAt: stage.at, reason: `no fact says what happens at the ${stage.label}` };
  }
  const rewrites = decider ? applyClaim(packet, decider, stage, route) : [];
  const after = rewritePacket(packet, rewrites);
  const decidedBy = decider ? [decider.fact] : [];
  return {
    hops: [...hops, { ...seen, before: packet, after, rewrites, decidedBy }],
    packet: after,
    clientIn: [...clientIn, ...traceClient(stage, deciders, packet, clientIn, place)],
  };
}

/** The sender or the receiver: nothing is rewritten there. */
function stand({ at, label }: RouteEnd, packet: Packet): Hop {
  return {
    at,
    label,
    before: packet,
    after: packet,
    rewrites: [],
    connection: "same",
    repliesBypass: false,
    decidedBy: [],
  };
}

function lost(flow: FlowKind, { destination }: Packet, { to, stages }: Route): Undecided {
  const noun = roleTraits[destination.role].noun;
  const reason = `no fact says how what is sent to a ${noun} address reaches the ${to.label}`;
  return { flow, undecidedAt: stages.at(-1)?.at ?? to.at, reason: reason.replace("a internal", "an internal") };
}
