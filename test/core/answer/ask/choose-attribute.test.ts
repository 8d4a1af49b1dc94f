import { describe, expect, test } from "@jest/globals";
import { chooseAttribute } from "../../../../src/core/answer/ask/choose-attribute.ts";
import { rankCandidates } from "../../../../src/core/answer/select/rank-candidates.ts";
import type { NetworkRole } from "../../../../src/core/knowledge/network-role.ts";
import type { ProductKind } from "../../../../src/core/knowledge/product.ts";
import type { AskedAttribute } from "../../../../src/core/question/asked/asked-attribute.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { sampleKnowledge, subjectAt } from "../sample-situation.ts";

type Holder = readonly [kind: ProductKind, role: NetworkRole];

/** What is asked where so many products, all alike but for kind and role, hold the address. */
function choose(holders: readonly Holder[], closed: readonly AskedAttribute[] = []) {
  const products = holders.map(([kind, role], i) =>
    sampleProduct(`p${i}`, { kind, facts: [sampleFact(`p${i}/range`, { claim: rangeClaim(role, "10.77.0.0/16") })] }),
  );
  const knowledge = sampleKnowledge({ products });
  const candidates = rankCandidates(subjectAt("10.77.0.1"), knowledge, []).map((one) => ({ ...one, score: 25 }));
  return chooseAttribute(candidates, knowledge, (name) => !closed.includes(name));
}

const many = (count: number, kind: ProductKind, role: NetworkRole = "pod"): Holder[] =>
  Array.from({ length: count }, () => [kind, role]);

describe("chooseAttribute", () => {
  test("asks where it runs where that tells all candidates apart", () => {
    const chosen = choose([...many(2, "distribution"), ...many(2, "vpn")]);
    expect(chosen).toMatchObject({ name: "place", answers: ["p0", "p1", "p2", "p3"] });
    expect(chosen?.bits).toBeCloseTo(2, 12);
  });

  test("asks for the network plugin where all of them are one", () => {
    expect(choose(many(3, "cni"))?.name).toBe("plugin");
    expect(choose([...many(3, "cni"), ["vpn", "vpn"]])?.name).toBe("place");
  });

  test("asks for the kind of place where there are too many to list", () => {
    // Of 20 only 5 can be listed: 5/20 log2 20 + 15/20 log2 20/15 = 1.39 bits. The five kinds tell log2 5 = 2.32.
    const kinds: ProductKind[] = ["managed-kubernetes", "distribution", "vpn", "cloud", "runtime"];
    const chosen = choose(kinds.flatMap((kind) => many(4, kind)));
    expect(chosen?.name).toBe("kind");
    expect(chosen?.bits).toBeCloseTo(Math.log2(5), 12);
    expect(chosen?.answers).toHaveLength(5);
  });

  test("asks how it was seen where nothing else is open", () => {
    const chosen = choose([...many(1, "vpn", "pod"), ...many(1, "vpn", "service")], ["place"]);
    expect(chosen).toMatchObject({ name: "seen", answers: ["as a destination", "as a source"] });
    expect(chosen?.bits).toBeCloseTo(1.5 - 0.75 * Math.log2(3), 12);
  });

  test("asks nothing that would not tell anything, and nothing that is closed", () => {
    expect(choose(many(1, "vpn"))).toBeUndefined();
    expect(choose(many(4, "vpn"), ["place"])).toBeUndefined();
    expect(choose([])).toBeUndefined();
  });

  test("never offers more than five answers, and the bits are those of what is offered", () => {
    const chosen = choose(many(10, "vpn"));
    expect(chosen?.answers).toEqual(["p0", "p1", "p2", "p3", "p4"]);
    // Five of a tenth each, and half of it "something else": 5/10 log2 10 + 5/10 log2 2.
    expect(chosen?.bits).toBeCloseTo(0.5 * Math.log2(10) + 0.5, 12);
  });
});
