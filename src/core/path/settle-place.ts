import type { Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import { type PlaceSettings, type SettingConditions, settingNames } from "../knowledge/place-settings.ts";
import type { Address } from "../network/address.ts";
import { cidrContains } from "../network/cidr.ts";
import { speaksOf, toDecider } from "./deciding-fact.ts";
import { findRoute } from "./find-route.ts";
import { type Place, usualPlace } from "./place.ts";

/**
 * The place a flow goes through: what was said of it; for the rest what the nearest product comes with; for the rest what is
 * usual.
 * What a product comes with is known from facts marked `usual` that bear on the flow.
 */
export function settlePlace(flow: FlowKind, said: Partial<Place>, facts: readonly Fact[]): Place {
  const stages = findRoute(flow, { ...usualPlace, ...said }).stages;
  // A mesh that is named stands before every pod.
  const asked = new Set<FlowKind>([flow, "through-mesh", ...stages.flatMap(({ asks }) => asks)]);
  let known = said;
  for (const { claim } of facts.flatMap(toDecider)) {
    const { under, usual } = claim;
    const bears = usual && under && [...asked].some((flow) => speaksOf(claim, flow));
    if (bears) known = { ...firstValues(under), ...known };
  }
  return { ...usualPlace, ...known };
}

/** A place in which the conditions hold: the first value of each. */
export function firstValues(under: SettingConditions): Partial<PlaceSettings> {
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      const first = under[name]?.[0];
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

/** The place as it is for one destination, if that is known: towards a block that is excepted, nothing is rewritten. */
export function placeTowards(place: Place, destination: Address | undefined): Place {
  const isExcepted = destination && place.nonMasqueraded.some((block) => cidrContains(block, destination));
  return isExcepted ? { ...place, masquerade: "off" } : place;
}
