import type { BehaviourClaim, Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import type { NetworkRole } from "../knowledge/network-role.ts";

/** Whose address a packet carries at some place on its way. */
export type Hop = {
  readonly at: "sender" | "on-the-way" | "receiver";
  readonly source: NetworkRole;
  readonly destination: NetworkRole;
};

/**
 * A flow followed hop by hop. `decidedBy` is the fact that says what is rewritten on the way; without such a fact there
 * is no walk, since a rewrite nobody vouches for would be a guess.
 */
export type Walk = {
  readonly flow: FlowKind;
  readonly hops: readonly Hop[];
  readonly receiverSees: NetworkRole;
  readonly decidedBy: Fact;
};

/** The flows we can walk so far and whose addresses they start with. */
const starts: Partial<Readonly<Record<FlowKind, { readonly source: NetworkRole; readonly destination: NetworkRole }>>> =
  {
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
      return follow(flow, start, claim, fact);
  }
  return undefined;
}

function holdsByDefault(claim: BehaviourClaim): boolean {
  return claim.when === undefined || /\bdefault\b/i.test(claim.when);
}

type Carried = { readonly source: NetworkRole; readonly destination: NetworkRole };

function follow(flow: FlowKind, start: Carried, claim: BehaviourClaim, fact: Fact): Walk {
  const after: Carried = {
    source: claim.sourceBecomes ?? start.source,
    destination: claim.destinationBecomes ?? start.destination,
  };
  const hops: Hop[] = [
    { at: "sender", ...start },
    { at: "on-the-way", ...after },
    { at: "receiver", ...after },
  ];
  return { flow, hops, receiverSees: after.source, decidedBy: fact };
}
