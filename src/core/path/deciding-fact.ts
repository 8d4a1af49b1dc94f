import type { BehaviourClaim, Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import type { HopPlace } from "../knowledge/hop-place.ts";
import { type PlaceSettings, type SettingConditions, settingNames } from "../knowledge/place-settings.ts";
import type { Stage } from "./route.ts";

/** A fact about behaviour, with its claim known to be one. */
export type Decider = { readonly fact: Fact; readonly claim: BehaviourClaim };

/** The hop that decides a flow when a fact does not name one. */
const usualHop: Readonly<Record<FlowKind, HopPlace>> = {
  "pod-to-pod": "node",
  "pod-to-service": "node",
  "pod-to-node": "node",
  "pod-to-vpc": "node",
  "pod-to-internet": "node",
  "internet-to-load-balancer": "node",
  "internet-to-node-port": "node",
  "internet-to-ingress": "ingress-proxy",
  "node-to-pod": "node",
  "node-to-service": "node",
  "host-port": "host",
  hairpin: "node",
  "hairpin-load-balancer": "node",
  "through-mesh": "sidecar",
  "through-vpn": "vpn-gateway",
  "through-bastion": "bastion",
  "container-to-host": "bridge",
  "host-to-container": "bridge",
  "container-to-internet": "host",
};

/** The facts that hold at a stage of such a place, the most telling flow's first, then the nearest product's. */
export function findDeciders(stage: Stage, place: PlaceSettings, facts: readonly Fact[]): readonly Decider[] {
  const behaviours = facts.flatMap(toDecider);
  return stage.asks.flatMap((flow) =>
    behaviours.filter(({ claim }) => speaksOf(claim, flow) && hopOf(claim) === stage.at && holds(claim, place)),
  );
}

/** The fact with its claim, if it is one about behaviour. */
export function toDecider(fact: Fact): readonly Decider[] {
  return fact.claim.type === "behaviour" ? [{ fact, claim: fact.claim }] : [];
}

export function speaksOf({ flow, alsoFor = [] }: BehaviourClaim, wanted: FlowKind): boolean {
  return flow === wanted || alsoFor.includes(wanted);
}

function hopOf({ at, flow }: BehaviourClaim): HopPlace {
  return at ?? usualHop[flow];
}

/** A claim that names no settings holds only if its own words say that it does so by default. */
function holds({ under, when }: BehaviourClaim, place: PlaceSettings): boolean {
  if (under) return meets(under, place);
  return when === undefined || /\bdefault\b/i.test(when);
}

/** Whether every setting that is named has one of the values that will do. */
export function meets(conditions: SettingConditions, place: Partial<PlaceSettings>): boolean {
  return settingNames.every((name) => {
    const wanted: readonly string[] | undefined = conditions[name];
    const value = place[name];
    return wanted === undefined || value === undefined || wanted.includes(value);
  });
}
