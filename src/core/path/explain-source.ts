import type { Fact } from "../knowledge/fact.ts";
import type { FlowKind } from "../knowledge/flow.ts";
import type { NetworkRole } from "../knowledge/network-role.ts";
import type { Address } from "../network/address.ts";
import { toDecider } from "./deciding-fact.ts";
import type { Place } from "./place.ts";
import { firstValues, placeTowards, settlePlace } from "./settle-place.ts";
import { isWalk, type Walk } from "./walk.ts";
import { walkFlow } from "./walk-flow.ts";

/**
 * The walk through the place as it is known or, where a source of another role was seen, through the nearest kind of place
 * in which a fact brings that about; `towards` is the destination, if the thread tells it. Undefined where none does: a walk to another source would contradict what was seen.
 */
export function explainSource(
  flow: FlowKind,
  said: Partial<Place>,
  facts: readonly Fact[],
  { seen, towards }: { readonly seen?: NetworkRole | undefined; readonly towards?: Address | undefined } = {},
): Walk | undefined {
  const settle = (known: Partial<Place>) => placeTowards(settlePlace(flow, known, facts), towards);
  const known = walkFlow(flow, settle(said), facts);
  if (seen === undefined) return isWalk(known) ? known : undefined;
  const others = facts
    .flatMap(toDecider)
    .filter(({ claim }) => claim.sourceBecomes === seen && claim.under)
    .map(({ claim }) => settle({ ...firstValues(claim.under ?? {}), ...said }));
  return [known, ...others.map((place) => walkFlow(flow, place, facts))]
    .filter(isWalk)
    .find(({ receiverSees }) => receiverSees.role === seen);
}
