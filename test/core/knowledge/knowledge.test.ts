import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blocksOf,
  buildKnowledge,
  factsInForce,
  findFacts,
  withFoundations,
} from "../../../src/core/knowledge/knowledge.ts";
import type { Product } from "../../../src/core/knowledge/product.ts";
import { shadowedBy } from "../../../src/core/knowledge/shadowed-roles.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { buildRegistry } from "../../../src/core/network/registry.ts";
import { addressAt } from "../../support/network-literals.ts";
import { addressClaim, rangeClaim, sampleArticle, sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";

const know = (...products: readonly Product[]) =>
  buildKnowledge({ version: "1", registry: buildRegistry([]), products, articles: [sampleArticle("a")] });

const behaviour = { type: "behaviour", flow: "hairpin", source: "kept", destination: "kept" } as const;

const cloud = sampleProduct("cloud", {
  buildsOn: ["cni"],
  facts: [
    sampleFact("cloud/pods", { claim: rangeClaim("pod", "10.8.0.0/16", "fd00:8::/48") }),
    sampleFact("cloud/dns", { claim: addressClaim("dns", "10.8.0.10", "fd00:8::a") }),
    sampleFact("cloud/hairpin", { claim: behaviour }),
  ],
});
const cni = sampleProduct("cni", {
  facts: [
    sampleFact("cni/pods", { claim: rangeClaim("pod", "10.0.0.0/8") }),
    sampleFact("cni/nodes", { claim: rangeClaim("node", "10.8.0.0/24") }),
  ],
});

describe("buildKnowledge", () => {
  const knowledge = know(cloud, cni);

  it("finds products and facts by id and keeps the articles", () => {
    expect([...knowledge.products.keys()]).toEqual(["cloud", "cni"]);
    expect(knowledge.facts.get("cni/nodes")?.product).toBe("cni");
    expect(knowledge.facts.size).toBe(5);
    expect(knowledge.articles).toHaveLength(1);
  });

  it.each([
    ["a range", "cloud/pods", ["10.8.0.0/16", "fd00:8::/48"]],
    ["addresses", "cloud/dns", ["10.8.0.10/32", "fd00:8::a/128"]],
    ["a behaviour", "cloud/hairpin", []],
  ])("knows the blocks of %s", (_name, id, blocks) => {
    const fact = knowledge.facts.get(id);
    expect(fact && blocksOf(fact).map(({ cidr }) => formatCidr(cidr))).toEqual(blocks);
  });
});

describe("findFacts", () => {
  const knowledge = know(cloud, cni);

  it.each([
    ["10.8.0.10", undefined, ["cloud/dns", "cni/nodes", "cloud/pods", "cni/pods"]],
    ["10.8.0.11", undefined, ["cni/nodes", "cloud/pods", "cni/pods"]],
    ["10.8.0.10", "cloud", ["cloud/dns", "cloud/pods"]],
    ["10.9.0.1", undefined, ["cni/pods"]],
    ["10.9.0.1", "cloud", []],
    ["fd00:8::a", undefined, ["cloud/dns", "cloud/pods"]],
    ["192.0.2.1", undefined, []],
    ["10.8.0.10", "nobody", []],
  ])("finds for %s of %s, the most specific first", (address, product, ids) => {
    expect(findFacts(knowledge, addressAt(address), product).map(({ fact }) => fact.id)).toEqual(ids);
  });

  it("puts first, of several facts for one block, what holds and says most of an address there", () => {
    const claims = {
      example: { ...rangeClaim("node", "10.8.0.0/16"), status: "example" },
      former: { ...rangeClaim("dns", "10.8.0.0/16"), status: "former" },
      kept: { ...rangeClaim("address-pool", "10.8.0.0/16"), status: "reserved" },
      pool: rangeClaim("address-pool", "10.8.0.0/16"),
      pods: rangeClaim("pod", "10.8.0.0/16"),
      more: { ...rangeClaim("bridge", "10.8.0.0/16"), status: "fixed" },
    } as const;
    const facts = Object.entries(claims).map(([name, claim]) => sampleFact(`acme/${name}`, { claim }));
    const found = findFacts(know(sampleProduct("acme", { facts })), addressAt("10.8.1.2"));
    expect(found.map(({ fact }) => fact.id.slice(5))).toEqual(["pods", "more", "pool", "kept", "former", "example"]);
  });

  it("gives the very block that holds the address, with its role", () => {
    const [hit] = findFacts(knowledge, addressAt("fd00:8::1"));
    expect(hit && [formatCidr(hit.cidr), hit.role]).toEqual(["fd00:8::/48", "pod"]);
  });
});

describe("withFoundations", () => {
  /** `a: b c` builds a on b and c. */
  const ids = (start: string, ...lines: readonly string[]) => {
    const products = lines.map((line) => {
      const [id = "", ...buildsOn] = line.split(/\W+/).filter(Boolean);
      return sampleProduct(id, { buildsOn });
    });
    return withFoundations(know(...products), start)
      .map(({ id }) => id)
      .join(" ");
  };

  it.each([
    ["one alone", "a", ["a"], "a"],
    ["nobody", "x", ["a"], ""],
    ["a chain", "a", ["a: b", "b: c", "c"], "a b c"],
    ["from the middle of a chain", "b", ["a: b", "b: c", "c"], "b c"],
    ["a diamond, each once", "a", ["a: b c", "b: d", "c: d", "d"], "a b c d"],
    [
      "the near before the far, whatever branch they stand on",
      "a",
      ["a: b c", "b: d", "d: e", "c: f", "e", "f"],
      "a b c d f e",
    ],
    ["a circle, without end", "a", ["a: b", "b: a"], "a b"],
    ["a foundation that is not there", "a", ["a: gone b", "b"], "a b"],
  ])("gives %s", (_name, start, lines, expected) => {
    expect(ids(start, ...lines)).toBe(expected);
  });

  it("orders by the number of steps, in any graph", () => {
    const letters = ["a", "b", "c", "d", "e", "f"];
    const edges = fc.array(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), { maxLength: 12 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const lines = letters.map((id) => `${id}: ${pairs.flatMap(([from, to]) => (from === id ? to : [])).join(" ")}`);
        const steps = stepsFrom("a", pairs);
        const order = ids("a", ...lines).split(" ");
        expect(order.map((id) => steps.get(id))).toEqual([...steps.values()].toSorted((x, y) => x - y));
        expect(new Set(order)).toEqual(new Set(steps.keys()));
      }),
    );
  });
});

/** The fewest steps to each id that can be reached, by relaxing until nothing changes. */
function stepsFrom(start: string, pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, to] of pairs) {
      const reached = (steps.get(from) ?? Number.POSITIVE_INFINITY) + 1;
      if (reached >= (steps.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      steps.set(to, reached);
      changed = true;
    }
  }
  return steps;
}

describe("factsInForce", () => {
  it("gives a product's own facts, then those of what it builds on", () => {
    const facts = factsInForce(know(cni, cloud), "cloud").map(({ id }) => id);
    expect(facts).toEqual(["cloud/pods", "cloud/dns", "cloud/hairpin", "cni/pods", "cni/nodes"]);
  });

  it("gives none for a product that is not there", () => {
    expect(factsInForce(know(cni), "cloud")).toEqual([]);
  });
});

describe("shadowedBy", () => {
  const knowledge = know(cloud, cni);
  const shadowed = (...products: readonly string[]) =>
    [...knowledge.facts.values()].filter(shadowedBy(knowledge, products)).map(({ id }) => id);

  it.each([
    ["the foundation's range of a role that the product has its own for", ["cloud"], ["cni/pods"]],
    ["the same where the foundation is named too", ["cni", "cloud"], ["cni/pods"]],
    ["nothing where only the foundation is named", ["cni"], []],
    ["nothing where nothing is named", [], []],
    ["nothing for a product that is not there", ["nobody"], []],
  ])("tells %s", (_name, products, expected) => {
    expect(shadowed(...products)).toEqual(expected);
  });

  it("lets a foundation speak where the product gives but an example", () => {
    const claim = { ...rangeClaim("pod", "10.8.0.0/16"), status: "example" as const };
    const modest = sampleProduct("modest", { buildsOn: ["cni"], facts: [sampleFact("modest/pods", { claim })] });
    const isShadowed = shadowedBy(know(modest, cni), ["modest"]);
    expect(cni.facts.filter(isShadowed)).toEqual([]);
  });
});
