import { describe, expect, test } from "@jest/globals";
import { describeObservations } from "../../../../src/core/answer/describe/describe-observations.ts";
import type { ClusterLookup, ClusterObject, LookupResult } from "../../../../src/core/evidence/cluster-lookup.ts";
import { sampleSituation } from "../sample-situation.ts";

const holder: ClusterLookup = { kind: "address-holder", address: "10.0.0.7" };
const service: ClusterLookup = { kind: "service-by-name", namespace: "shop", name: "cart" };
const observedAt = "2026-11-23T09:08:07.000Z";
const pod: ClusterObject = {
  kind: "Pod",
  namespace: "shop",
  name: "cart-1",
  holds: ["10.0.0.7"],
  remarks: ["on node n1"],
};

function observe(lookup: ClusterLookup, result: LookupResult) {
  return describeObservations(sampleSituation({ observations: [{ lookup, result }] }));
}

describe("describeObservations", () => {
  test.each<[ClusterLookup, LookupResult, readonly string[]]>([
    [
      holder,
      { status: "found", objects: [pod], observedAt },
      ["In the cluster, at 2026-11-23 09:08 UTC, `10.0.0.7` belongs to Pod `shop/cart-1` (10.0.0.7, on node n1)."],
    ],
    [
      holder,
      { status: "found", objects: [{ kind: "Node", name: "n1", holds: [], remarks: [] }], observedAt },
      ["In the cluster, at 2026-11-23 09:08 UTC, `10.0.0.7` belongs to Node `n1`."],
    ],
    [
      service,
      { status: "absent", observedAt },
      ["The cluster knows no pod, Service or node for `cart.shop` (2026-11-23 09:08 UTC)."],
    ],
    [
      holder,
      { status: "absent", observedAt, caveat: "Nodes could not be read." },
      ["The cluster knows no pod, Service or node for `10.0.0.7` (2026-11-23 09:08 UTC). Nodes could not be read."],
    ],
    [
      holder,
      { status: "unavailable", reason: "it did not answer within 5 s" },
      ["The cluster could not be asked about `10.0.0.7`: it did not answer within 5 s."],
    ],
    [holder, { status: "skipped", reason: "no rights" }, []],
  ])("%j, %j", (lookup, result, expected) => {
    expect(observe(lookup, result).map(({ text }) => text)).toEqual(expected);
  });

  test("an address that several have had names a few of them and how many more there are", () => {
    const objects = Array.from({ length: 5 }, (_, i) => ({ ...pod, name: `cart-${i}` }));
    const [piece] = observe(holder, { status: "found", objects, observedAt });
    expect(piece?.text).toMatch(/`shop\/cart-0` .*`shop\/cart-2` .* and 2 more\.$/);
    expect(piece?.text).not.toContain("cart-3");
  });

  test("what was seen is evidence with its time; what failed is evidence without one", () => {
    const [found] = observe(holder, { status: "found", objects: [pod], observedAt });
    expect(found?.evidence).toEqual([expect.objectContaining({ id: "lookup:1", kind: "lookup", observedAt })]);
    const [failed] = observe(holder, { status: "unavailable", reason: "closed" });
    expect(failed?.evidence[0]).not.toHaveProperty("observedAt");
  });

  test("what was seen leads, a cluster that did not answer comes last", () => {
    const [found] = observe(holder, { status: "found", objects: [pod], observedAt });
    const [absent] = observe(holder, { status: "absent", observedAt });
    expect(found?.priority ?? 0).toBeLessThan(absent?.priority ?? 0);
  });

  test("each look has an id of its own", () => {
    const observations = [
      { lookup: holder, result: { status: "unavailable", reason: "closed" } as const },
      { lookup: service, result: { status: "absent", observedAt } as const },
    ];
    const ids = describeObservations(sampleSituation({ observations })).flatMap(({ evidence }) =>
      evidence.map(({ id }) => id),
    );
    expect(ids).toEqual(["lookup:1", "lookup:2"]);
  });
});
