import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { roleTraits } from "../../../src/core/knowledge/network-role.ts";
import type { Cidr } from "../../../src/core/network/cidr.ts";
import { cidrContainsCidr, cidrsOverlap, formatCidr, isSameCidr } from "../../../src/core/network/cidr.ts";
import type { KnownRange, Overlap } from "../../../src/core/network/overlap.ts";
import { findOverlaps, suggestFreeBlock } from "../../../src/core/network/overlap.ts";
import type { OverlapRole } from "../../../src/core/network/overlap-consequence.ts";
import { overlapConsequences, sharedNetworkConsequence } from "../../../src/core/network/overlap-consequence.ts";
import { suggestBlock } from "../../../src/core/network/suggest-block.ts";
import { crowdedCidr } from "../../support/network-arbitraries.ts";
import { cidrAt } from "../../support/network-literals.ts";

function known(cidr: string, role: OverlapRole, product = "some-product"): KnownRange {
  return { cidr: cidrAt(cidr), product, role, factId: `${product}/${role}` };
}

function print({ cidr, kind, other, known: range }: Overlap): string {
  return `${formatCidr(cidr)} ${kind} ${formatCidr(other)}${range ? ` (${range.factId})` : ""}`;
}

const overlapsOf = (cidrs: readonly string[], ranges: readonly KnownRange[] = []): string[] =>
  findOverlaps(cidrs.map(cidrAt), ranges).map(print);

describe("findOverlaps", () => {
  test.each([
    ["nothing", [], []],
    ["one block", ["10.0.0.0/8"], []],
    ["neighbours", ["10.0.0.0/24", "10.0.1.0/24"], []],
    ["two families", ["0.0.0.0/0", "::/0"], []],
    ["the larger first", ["10.0.0.0/8", "10.1.0.0/16"], ["10.0.0.0/8 contains 10.1.0.0/16"]],
    ["the smaller first", ["10.1.0.0/16", "10.0.0.0/8"], ["10.1.0.0/16 inside 10.0.0.0/8"]],
    ["a block given twice", ["fd00::/48", "fd00::/48"], ["fd00::/48 equal fd00::/48"]],
    [
      "three in each other",
      ["10.0.0.0/8", "10.1.2.0/24", "10.1.0.0/16"],
      ["10.0.0.0/8 contains 10.1.2.0/24", "10.0.0.0/8 contains 10.1.0.0/16", "10.1.2.0/24 inside 10.1.0.0/16"],
    ],
  ])("among %s", (_name, cidrs, expected) => {
    expect(overlapsOf(cidrs)).toEqual(expected);
  });

  test("with the defaults of products, after those among the blocks", () => {
    const ranges = [
      known("172.17.0.0/16", "bridge", "docker"),
      known("100.64.0.0/16", "join", "ovn"),
      known("10.96.0.0/12", "service", "kubeadm"),
    ];
    expect(overlapsOf(["172.16.0.0/12", "100.64.3.0/24", "172.17.0.0/16", "10.96.0.0/12"], ranges)).toEqual([
      "172.16.0.0/12 contains 172.17.0.0/16",
      "172.16.0.0/12 contains 172.17.0.0/16 (docker/bridge)",
      "100.64.3.0/24 inside 100.64.0.0/16 (ovn/join)",
      "172.17.0.0/16 equal 172.17.0.0/16 (docker/bridge)",
      "10.96.0.0/12 equal 10.96.0.0/12 (kubeadm/service)",
    ]);
  });

  test("says what is shared and what would break", () => {
    const bridge = { ...known("172.17.0.0/16", "bridge"), statement: "The bridge is 172.17.0.0/16." };
    const [among, withBridge] = findOverlaps([cidrAt("172.16.0.0/12"), cidrAt("172.20.0.0/16")], [bridge]);
    expect(among).toMatchObject({ shared: cidrAt("172.20.0.0/16"), consequence: sharedNetworkConsequence });
    expect(among).not.toHaveProperty("known");
    expect(withBridge).toMatchObject({
      shared: cidrAt("172.17.0.0/16"),
      known: bridge,
      consequence: overlapConsequences.bridge,
    });
  });

  test("finds exactly the pairs that share an address, each once", () => {
    const lists = fc.tuple(fc.array(crowdedCidr, { maxLength: 12 }), fc.array(crowdedCidr, { maxLength: 12 }));
    fc.assert(
      fc.property(lists, ([cidrs, others]) => {
        const ranges = others.map((cidr, index) => ({ ...known("0.0.0.0/32", "pod"), cidr, factId: String(index) }));
        const among = cidrs.flatMap((a, i) =>
          cidrs
            .slice(i + 1)
            .filter((b) => cidrsOverlap(a, b))
            .map((b) => describePair(a, b)),
        );
        const withKnown = cidrs.flatMap((a) =>
          ranges
            .filter(({ cidr }) => cidrsOverlap(a, cidr))
            .map(({ cidr, factId }) => `${describePair(a, cidr)} (${factId})`),
        );
        expect(findOverlaps(cidrs, ranges).map(print)).toEqual([...among, ...withKnown]);
      }),
      { numRuns: 500 },
    );
  });
});

function describePair(a: Cidr, b: Cidr): string {
  const relation = cidrContainsCidr(a, b) ? "contains" : "inside";
  return `${formatCidr(a)} ${isSameCidr(a, b) ? "equal" : relation} ${formatCidr(b)}`;
}

describe("suggestFreeBlock", () => {
  const docker = known("172.17.0.0/16", "bridge");

  test.each([
    ["nothing is taken", [], 16, "10.0.0.0/16"],
    ["the start is taken", ["10.0.0.0/9", "10.128.0.0/16"], 16, "10.129.0.0/16"],
    ["all of 10/8 is taken", ["10.0.0.0/8"], 16, "172.16.0.0/16"],
    ["10/8 and the block before Docker's are taken", ["10.0.0.0/8", "172.16.0.0/16"], 16, "172.18.0.0/16"],
    ["only 192.168/16 is left", ["10.0.0.0/8", "172.16.0.0/12"], 20, "192.168.0.0/20"],
    ["no block is large enough", ["10.5.0.0/16"], 8, undefined],
    ["all is taken", ["0.0.0.0/0"], 24, undefined],
    ["only IPv6 is taken", ["::/0"], 24, "10.0.0.0/24"],
  ])("when %s", (_name, cidrs, prefixLength, expected) => {
    const block = suggestFreeBlock(cidrs.map(cidrAt), [docker], prefixLength);
    expect(block && formatCidr(block)).toBe(expected);
  });
});

describe("suggestBlock", () => {
  const swarm = known("10.0.0.0/8", "address-pool", "swarm");
  const fallback = known("172.16.0.0/12", "pod", "fallback");
  const home = known("192.168.0.0/16", "address-pool", "home");
  const service = known("10.0.0.0/16", "service", "cluster");

  test.each([
    ["is free of all where it can be", ["10.0.0.0/24"], [service], "10.1.0.0/16", []],
    ["takes another private block before it gives anything up", [], [swarm], "172.16.0.0/16", []],
    ["gives up the widest range first", [], [swarm, fallback, home, service], "10.1.0.0/16", ["swarm"]],
    [
      "gives up more when the widest is given already",
      ["10.0.0.0/8"],
      [swarm, fallback, home],
      "172.16.0.0/16",
      ["fallback"],
    ],
    ["never takes a given block", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], [swarm], undefined, undefined],
  ])("%s", (_name, cidrs, ranges, expected, inside) => {
    const suggestion = suggestBlock(cidrs.map(cidrAt), ranges, 16);
    expect(suggestion && formatCidr(suggestion.cidr)).toBe(expected);
    expect(suggestion?.inside.map(({ product }) => product)).toEqual(inside);
  });
});

test("every role of the knowledge has a consequence", () => {
  expect(Object.keys(overlapConsequences).sort()).toEqual(Object.keys(roleTraits).sort());
});

test("every consequence is a sentence or two", () => {
  for (const sentence of Object.values(overlapConsequences)) expect(sentence).toMatch(/^[A-Z].{30,200}\.$/);
});
