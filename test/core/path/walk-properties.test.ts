import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Hop, Packet, Rewrite } from "../../../src/core/path/hop.ts";
import type { Place } from "../../../src/core/path/place.ts";
import { isWalk, type Walk } from "../../../src/core/path/walk.ts";
import { walkFlow } from "../../../src/core/path/walk-flow.ts";
import { everyWalk } from "./every-walk.ts";
import { allFlows, anyFlow, anyPlace } from "./place-arbitraries.ts";
import { allProducts, shippedFacts } from "./shipped-facts.ts";

const ends = ["source", "destination"] as const;

function turned({ source, destination }: Packet): Packet {
  return { source: destination, destination: source };
}

function undone({ end, from, to, decidedBy }: Rewrite): Rewrite {
  return { end: end === "source" ? "destination" : "source", from: to, to: from, decidedBy };
}

/** What is wrong with a walk; empty when all that must hold does. */
function faults(walk: Walk): string[] {
  return [...faultsOnTheWay(walk), ...faultsOnTheWayBack(walk)].map((fault) => `${walk.flow}: ${fault}`);
}

function faultsOnTheWay({ hops, receiverSees, decidedBy, facts, clientIn, flow }: Walk): string[] {
  const last = hops.at(-1);
  const sources = new Set(hops.flatMap(({ before, after }) => [before.source, after.source]));
  return [
    ...hops.flatMap((hop, i) => (i > 0 && hop.before !== hops[i - 1]?.after ? [`a gap before ${hop.label}`] : [])),
    ...hops.flatMap(unexplained),
    ...(hops.some(({ after }) => after.source.role === "service") ? ["a Service address is a source"] : []),
    ...(last?.after.source === receiverSees ? [] : ["the receiver sees another source than the last hop's"]),
    ...(last?.after.destination.owner === "receiver" ? [] : ["it does not arrive"]),
    ...(decidedBy.every((fact) => facts.includes(fact)) ? [] : ["a fact from elsewhere decides"]),
    ...(decidedBy.every(({ claim }) => claim.type === "behaviour") ? [] : [`${flow} is decided by no behaviour`]),
    ...(clientIn.every(({ tells }) => sources.has(tells)) ? [] : ["a header tells an address that was never a source"]),
  ];
}

/** An end that changes at a hop without a rewrite, or a rewrite without a fact that was consulted there. */
function unexplained({ label, before, after, rewrites, decidedBy }: Hop): string[] {
  return ends.flatMap((end) => {
    const made = rewrites.filter((rewrite) => rewrite.end === end);
    const isTrue = made.every(({ from, to }) => from === before[end] && to === after[end]);
    const isDecided = made.every((rewrite) => decidedBy.includes(rewrite.decidedBy));
    const isWhole = made.length === (before[end] === after[end] ? 0 : 1);
    return isTrue && isDecided && isWhole ? [] : [`the ${end} at the ${label} changes without a fact`];
  });
}

/** Equal in roles, owners and labels; that facts are the same ones is judged on the way there. */
function same(a: unknown, b: unknown): boolean {
  const withoutFacts = (key: string, value: unknown) => (key === "decidedBy" ? undefined : value);
  return JSON.stringify(a, withoutFacts) === JSON.stringify(b, withoutFacts);
}

function faultsOnTheWayBack({ hops, replies }: Walk): string[] {
  const [first] = hops;
  const last = hops.at(-1);
  const passed = hops.filter(({ repliesBypass }) => !repliesBypass).map(({ label }) => label);
  const made = hops.flatMap(({ rewrites }) => rewrites);
  const unmade = replies.flatMap(({ rewrites }) => rewrites);
  return [
    ...(same(
      replies.map(({ label }) => label),
      passed.toReversed(),
    )
      ? []
      : ["replies take another way"]),
    ...(last && same(replies[0]?.before, turned(last.after)) ? [] : ["the receiver does not answer whom it saw"]),
    ...(first && same(replies.at(-1)?.after, turned(first.after))
      ? []
      : ["the sender is answered by another than it called"]),
    ...(same(unmade, made.toReversed().map(undone)) ? [] : ["a rewrite is not undone in its turn"]),
  ];
}

describe("whatever the place", () => {
  test("all combinations of what decides a flow are walked, a thousand walks and more", () => {
    expect(everyWalk.length).toBeGreaterThan(1_000);
    expect(new Set(everyWalk.map(({ flow }) => flow)).size).toBe(allFlows.length);
  });

  test("every one of them holds together on the way and on the way back", () => {
    expect(everyWalk.flatMap(faults)).toEqual([]);
  });

  test("so does any place at all, with any products", () => {
    fc.assert(
      fc.property(anyFlow, anyPlace, fc.subarray([...allProducts], { maxLength: 5 }), (flow, place, products) => {
        const walk = walkFlow(flow, place, shippedFacts(...products));
        if (isWalk(walk)) expect(faults(walk)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("without facts nothing is rewritten", () => {
    fc.assert(
      fc.property(anyFlow, anyPlace, (flow, place) => {
        const walk = walkFlow(flow, place, []);
        if (isWalk(walk)) expect(walk.hops.flatMap(({ rewrites }) => rewrites)).toEqual([]);
      }),
    );
  });

  test.each<[string, Partial<Place>, Partial<Place>]>([
    ["the PROXY protocol", { proxyProtocol: "off" }, { proxyProtocol: "on" }],
    ["trust in headers", { forwardedHeaders: "replaced" }, { forwardedHeaders: "trusted" }],
  ])("%s never changes the packet's addresses", (_, off, on) => {
    const pairs = everyWalk.map((walk) => [
      walkFlow(walk.flow, { ...walk.place, ...off }, walk.facts),
      walkFlow(walk.flow, { ...walk.place, ...on }, walk.facts),
    ]);
    const packets = (walk: ReturnType<typeof walkFlow> | undefined) =>
      walk && isWalk(walk) ? walk.hops.map(({ after }) => after) : undefined;
    for (const [without, with_] of pairs) expect(packets(with_)).toEqual(packets(without));
  });

  test("what leaves the cluster does not depend on externalTrafficPolicy", () => {
    const leaving = everyWalk.filter(({ flow }) => flow === "pod-to-internet" || flow === "pod-to-vpc");
    expect(leaving.length).toBeGreaterThan(50);
    for (const { flow, place, facts, receiverSees } of leaving) {
      const walk = walkFlow(flow, { ...place, externalTrafficPolicy: "Local" }, facts);
      expect(isWalk(walk) && walk.receiverSees).toEqual(receiverSees);
    }
  });

  test("a pod with the node's network is never seen by a pod address on the way out", () => {
    const sharing = everyWalk.filter(({ flow, place }) => flow === "pod-to-internet" && place.hostNetwork === "on");
    expect(sharing.length).toBeGreaterThan(10);
    expect(sharing.filter(({ receiverSees }) => receiverSees.role === "pod")).toEqual([]);
  });
});
