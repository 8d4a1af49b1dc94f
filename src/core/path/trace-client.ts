import type { Decider } from "./deciding-fact.ts";
import type { ClientTrace, Packet } from "./hop.ts";
import type { Place } from "./place.ts";
import type { Stage } from "./route.ts";

const proxyProtocol = "PROXY protocol";

/**
 * What a hop tells of its caller. A hop can only tell whom it sees: the source of the packet, or whom an earlier hop told
 * it, by the PROXY protocol or in a header that it is set to trust. `deciders` hold at this stage, the deciding one first.
 */
export function traceClient(
  stage: Stage,
  deciders: readonly Decider[],
  arriving: Packet,
  earlier: readonly ClientTrace[],
  place: Place,
): readonly ClientTrace[] {
  const [decider] = deciders;
  const teller = deciders.find(({ fact, claim }) => claim.clientIn && fact.product === decider?.fact.product);
  if (teller === undefined) return [];
  const tells = toldBefore(earlier, place)?.tells ?? arriving.source;
  return carriersOf(teller.claim.clientIn ?? []).map(({ carrier, names }) => ({
    carrier,
    names,
    tells,
    putBy: stage.at,
    decidedBy: teller.fact,
  }));
}

function toldBefore(earlier: readonly ClientTrace[], place: Place): ClientTrace | undefined {
  return earlier.findLast(({ carrier }) => carrier === "proxy-protocol" || place.forwardedHeaders === "trusted");
}

function carriersOf(names: readonly string[]): readonly Pick<ClientTrace, "carrier" | "names">[] {
  const headers = names.filter((name) => name !== proxyProtocol);
  const carriers = [
    { carrier: "header" as const, names: headers },
    { carrier: "proxy-protocol" as const, names: names.filter((name) => name === proxyProtocol) },
  ];
  return carriers.filter((found) => found.names.length > 0);
}
