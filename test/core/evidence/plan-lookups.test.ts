import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planLookups } from "../../../src/core/evidence/plan-lookups.ts";
import type { Audience } from "../../../src/core/question/audience.ts";
import type { Reading } from "../../../src/core/question/reading.ts";
import { sampleReading, subjectAt } from "../answer/sample-situation.ts";

function reading(written: readonly string[], names: readonly string[] = []): Reading {
  const hostnames = names.map((name) => ({
    value: { name },
    text: name,
    start: 0,
    end: name.length,
    reason: "a name",
  }));
  return sampleReading({ subjects: written.map((text) => subjectAt(text)), hostnames });
}

describe("planLookups", () => {
  test.each<[Audience, number]>([
    ["public-forum", 0],
    ["shared-channel", 0],
    ["internal-channel", 2],
    ["direct-message", 2],
    ["local", 2],
  ])("for the audience %s it plans %d looks", (audience, count) => {
    expect(planLookups(reading(["10.0.0.7"], ["cart.shop.svc.cluster.local"]), audience)).toHaveLength(count);
  });

  test("asks who has each address, and nothing about blocks", () => {
    expect(planLookups(reading(["10.0.0.7", "10.0.0.0/8", "fd00::7"]), "local")).toEqual([
      { kind: "address-holder", address: "10.0.0.7" },
      { kind: "address-holder", address: "fd00::7" },
    ]);
  });

  test.each<[string, { name: string; namespace: string } | undefined]>([
    ["cart.shop.svc", { name: "cart", namespace: "shop" }],
    ["cart.shop.svc.cluster.local", { name: "cart", namespace: "shop" }],
    ["my-cart-2.shop-eu.svc.example.org", { name: "my-cart-2", namespace: "shop-eu" }],
    ["cart.shop", undefined],
    ["cart.shop.svcs.example.org", undefined],
    ["10-0-0-7.shop.pod.cluster.local", undefined],
    ["www.example.org", undefined],
  ])("the name %s leads to the Service %j", (name, service) => {
    const expected = service ? [{ kind: "service-by-name", ...service }] : [];
    expect(planLookups(reading([], [name]), "local")).toEqual(expected);
  });

  test("however much is named, the asker does not wait for many looks, and those beyond trust wait for none", () => {
    const addresses = fc.array(fc.ipV4(), { maxLength: 30 });
    const names = fc.array(fc.constantFrom("a.b.svc", "c.d.svc.cluster.local", "example.org"), { maxLength: 10 });
    fc.assert(
      fc.property(addresses, names, (written, hosts) => {
        const read = reading(written, hosts);
        expect(planLookups(read, "local").length).toBeLessThanOrEqual(6);
        expect(planLookups(read, "public-forum")).toEqual([]);
        expect(planLookups(read, "shared-channel")).toEqual([]);
      }),
    );
  });
});
