import { describe, expect, test } from "@jest/globals";
import { sayExactUse } from "../../../../../src/core/answer/describe/meanings/say-exact-use.ts";
import { blocksOf } from "../../../../../src/core/knowledge/knowledge.ts";
import type { NetworkRole } from "../../../../../src/core/knowledge/network-role.ts";
import type { ProductKind } from "../../../../../src/core/knowledge/product.ts";
import { addressClaim, rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import { sampleKnowledge, subjectAt } from "../../sample-situation.ts";

type Use = readonly [product: string, kind: ProductKind, role: NetworkRole];

function say(written: string, uses: readonly Use[]): string | undefined {
  const products = uses.map(([id, kind, role]) =>
    sampleProduct(id, { name: id, kind, facts: [sampleFact(`${id}/a`, { claim: addressClaim(role, written) })] }),
  );
  const wide = sampleProduct("wide", {
    facts: [sampleFact("wide/a", { claim: rangeClaim("node", "169.254.0.0/16") })],
  });
  const ranges = [...products, wide].flatMap(({ facts }) => facts.flatMap(blocksOf));
  return sayExactUse(subjectAt(written), ranges, sampleKnowledge({ products }))?.text;
}

describe("sayExactUse", () => {
  test("names who uses this very address for one thing, clouds first, whoever has a range around it left out", () => {
    const uses: readonly Use[] = [
      ["a", "managed-kubernetes", "metadata"],
      ["b", "cloud", "metadata"],
    ];
    expect(say("169.254.169.254", uses)).toBe("`169.254.169.254` is a metadata service address: of b and a.");
  });

  test("of many it names four", () => {
    const uses = ["a", "b", "c", "d", "e"].map((id): Use => [id, "cloud", "metadata"]);
    expect(say("169.254.169.254", uses)).toMatch(/of a, b, c, d and others\.$/);
  });

  test("one that uses it for something else does not change what it is", () => {
    const uses: readonly Use[] = [
      ["a", "cloud", "metadata"],
      ["b", "cloud", "metadata"],
      ["c", "cloud", "dns"],
    ];
    expect(say("169.254.169.254", uses)).toMatch(/metadata service address: of a and b\.$/);
  });

  test.each<[string, readonly Use[]]>([
    ["one alone", [["a", "cloud", "metadata"]]],
    [
      "two that differ",
      [
        ["a", "cloud", "metadata"],
        ["b", "cloud", "dns"],
      ],
    ],
  ])("says nothing of %s", (_, uses) => {
    expect(say("169.254.169.254", uses)).toBeUndefined();
  });
});
