import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { rankCandidates } from "../../../../src/core/answer/select/rank-candidates.ts";
import type { Knowledge } from "../../../../src/core/knowledge/knowledge.ts";
import { type NetworkRole, roleTraits } from "../../../../src/core/knowledge/network-role.ts";
import { formatCidr } from "../../../../src/core/network/cidr.ts";
import type { NamedProduct } from "../../../../src/core/question/reading.ts";
import type { Subject } from "../../../../src/core/question/subject.ts";
import { cidrAt } from "../../../support/network-literals.ts";
import { addressClaim, rangeClaim, sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { named, sampleKnowledge, sampleProducts, subjectAt } from "../sample-situation.ts";

const knowledge = sampleKnowledge();

function ranked(subject: Subject, products: readonly NamedProduct[] = [], known: Knowledge = knowledge): string[] {
  return rankCandidates(subject, known, products).map(({ range }) => range.fact.id);
}

describe("what only one can have", () => {
  const owners = sampleKnowledge({
    products: [
      sampleProduct("edge", {
        facts: [
          sampleFact("edge/proxies", {
            claim: { type: "range", role: "proxy", status: "fixed", cidrs: [cidrAt("172.64.0.0/13")] },
          }),
          sampleFact("edge/inside", { claim: rangeClaim("pod", "25.0.0.0/8") }),
          sampleFact("edge/dns", { claim: addressClaim("dns", "169.254.20.10") }),
          sampleFact("edge/metadata", { claim: addressClaim("metadata", "169.254.169.254") }),
          sampleFact("edge/lan", { claim: addressClaim("gateway", "192.168.1.1") }),
        ],
      }),
      sampleProduct("rim", {
        kind: "cloud",
        facts: [sampleFact("rim/metadata", { claim: addressClaim("metadata", "169.254.169.254") })],
      }),
    ],
  });

  test.each<[string, string, string]>([
    ["172.70.3.4", "documented", "a public range, its owner's"],
    ["25.1.2.3", "possible", "a public range that anybody may use inside"],
    ["169.254.20.10", "documented", "a link-local address that one product uses"],
    ["169.254.169.254", "possible", "one that several use"],
    ["192.168.1.1", "possible", "a private address"],
  ])("%s is %s: %s", (address, certainty) => {
    expect(rankCandidates(subjectAt(address), owners, [])[0]?.certainty).toBe(certainty);
  });
});

describe("rankCandidates", () => {
  test.each([
    ["100.64.3.7", [], ["junction/join", "harbour/pods", "tailnet/nodes"], "the most specific range first"],
    [
      "100.64.3.7",
      ["tailnet"],
      ["tailnet/nodes", "junction/join", "harbour/pods"],
      "a named product beats a longer prefix",
    ],
    [
      "100.64.3.7",
      ["harbour"],
      ["harbour/pods", "junction/join", "tailnet/nodes"],
      "a named product beats a longer prefix",
    ],
    ["10.20.1.1", ["weft"], ["weft/pods"], "the CNI itself is named"],
    ["10.20.1.1", ["harbour"], [], "Harbour's own pod range stands in for that of its CNI"],
    ["10.20.1.1", ["harbour", "weft"], [], "also where the CNI is named beside it"],
    ["10.96.0.1", ["harbour"], [], "and for the Service range of Kubernetes"],
    ["10.96.0.1", ["kubernetes"], ["kubernetes/services"], "plain Kubernetes keeps its own"],
    ["8.8.8.8", ["harbour"], [], "an address of nobody"],
    ["172.17.0.1", [], ["docks/gateway", "docks/bridge"], "an address of its own before the range around it"],
    ["172.17.0.1", ["docks"], ["docks/gateway", "docks/bridge"], "also where the product is named"],
  ])("%s with %j named: %j (%s)", (address, products, expected) => {
    expect(
      ranked(
        subjectAt(address),
        products.map((id) => named(id)),
      ),
    ).toEqual(expected);
  });

  test.each<[NetworkRole, readonly string[]]>([
    ["pod", ["harbour/pods", "junction/join", "tailnet/nodes"]],
    ["service", ["junction/join", "tailnet/nodes"]],
    ["node", ["junction/join", "tailnet/nodes"]],
    ["gateway", ["junction/join", "harbour/pods", "tailnet/nodes"]],
  ])("listed as a %s in what was pasted", (role, expected) => {
    const found = rankCandidates(subjectAt("100.64.3.7"), knowledge, [], role);
    expect(found.map(({ range }) => range.fact.id)).toEqual(expected);
  });

  test("a listing outweighs the direction of the talk, and a product outweighs no listing", () => {
    const service = subjectAt("10.32.0.5", { direction: "source" });
    expect(rankCandidates(service, knowledge, [], "service")).toMatchObject([
      { range: { fact: { id: "harbour/services" } }, reasons: ["what was pasted lists it as a Service address"] },
    ]);
    expect(rankCandidates(subjectAt("100.64.3.7"), knowledge, [named("harbour")], "node")).not.toContainEqual(
      expect.objectContaining({ range: expect.objectContaining({ role: "pod" }) }),
    );
  });

  describe("with an organisation's own records", () => {
    const office = sampleFact("own-networks/office", {
      claim: rangeClaim("vpn", "100.64.0.0/12"),
      visibility: "private",
    });
    const withOwn = sampleKnowledge({
      products: [...sampleProducts, sampleProduct("own-networks", { facts: [office] })],
    });
    const best = (names: readonly NamedProduct[]) => rankCandidates(subjectAt("100.64.3.7"), withOwn, names)[0];

    test("what they name is documented where no product is named, and says why", () => {
      expect(best([])).toMatchObject({ certainty: "documented", range: { fact: { id: "own-networks/office" } } });
      expect(best([])?.reasons).toContain("your own records name this range");
      expect(best([named("kubernetes")])?.range.fact.id).toBe("own-networks/office");
    });

    test("a product that is named comes before them, in the thread too", () => {
      expect(best([named("harbour")])?.range.fact.id).toBe("harbour/pods");
      expect(best([named("tailnet", { inThread: true })])?.range.fact.id).toBe("tailnet/nodes");
    });
  });

  test("a product of the newest message beats one of the thread", () => {
    const products = [named("tailnet", { inThread: true }), named("harbour")];
    expect(ranked(subjectAt("100.64.3.7"), products)[0]).toBe("harbour/pods");
    const turned = [named("harbour", { inThread: true }), named("tailnet")];
    expect(ranked(subjectAt("100.64.3.7"), turned)[0]).toBe("tailnet/nodes");
    expect(ranked(subjectAt("100.64.3.7"), [named("tailnet", { inThread: true })])[0]).toBe("tailnet/nodes");
  });

  test("what is seen as a source is no Service and no resolver, unless its product is named", () => {
    expect(ranked(subjectAt("10.32.0.9", { direction: "source" }))).toEqual([]);
    expect(ranked(subjectAt("100.100.100.100", { direction: "source" }))).toEqual(["tailnet/nodes"]);
    expect(ranked(subjectAt("10.32.0.9", { direction: "destination" }))).toEqual(["harbour/services"]);
    expect(ranked(subjectAt("10.32.0.9"))).toEqual(["harbour/services"]);
  });

  test("of two ranges of the named product the one that can be a source comes first", () => {
    const both = sampleProduct("both", {
      facts: [
        sampleFact("both/services", { claim: rangeClaim("service", "10.8.0.0/24") }),
        sampleFact("both/pods", { claim: rangeClaim("pod", "10.8.0.0/16") }),
      ],
    });
    const known = sampleKnowledge({ products: [both] });
    const at = (direction: "source" | "destination") =>
      ranked(subjectAt("10.8.0.3", { direction }), [named("both")], known)[0];
    expect(at("source")).toBe("both/pods");
    expect(at("destination")).toBe("both/services");
  });

  test("what was and what is only an example comes last and is never called documented", () => {
    const old = (status: "former" | "example") =>
      sampleFact(`old/${status}`, { claim: { type: "range", role: "pod", status, cidrs: rangeCidrs("10.8.0.0/16") } });
    const known = sampleKnowledge({ products: [sampleProduct("old", { facts: [old("former"), old("example")] })] });
    const candidates = rankCandidates(subjectAt("10.8.0.3"), known, [named("old")]);
    expect(candidates.map(({ range, certainty }) => [range.fact.id, certainty])).toEqual([
      ["old/example", "possible"],
      ["old/former", "possible"],
    ]);
  });

  test("only a product that decides makes a meaning documented", () => {
    const certainty = (address: string, product?: string) =>
      rankCandidates(subjectAt(address), knowledge, product ? [named(product)] : [])[0]?.certainty;
    expect(certainty("100.64.3.7", "harbour")).toBe("documented");
    expect(certainty("100.64.3.7")).toBe("possible");
    expect(certainty("10.96.0.1", "kubernetes")).toBe("possible");
  });

  test("a block meets the ranges inside it, single well-known addresses aside", () => {
    expect(ranked(subjectAt("100.64.0.0/10"))).toEqual([
      "tailnet/nodes",

      "junction/join",
      "harbour/pods",
    ]);
  });

  test("of the ranges inside a block the smaller ones come first, in whatever order they were written", () => {
    const inside = ["harbour/services", "weft/pods", "kubernetes/services"];
    expect(ranked(subjectAt("10.0.0.0/8"))).toEqual(inside);
    const products = sampleProducts.toReversed();
    expect(ranked(subjectAt("10.0.0.0/8"), [], sampleKnowledge({ products }))).toEqual(inside);
  });

  test("every candidate that a reason speaks for says so", () => {
    const [best] = rankCandidates(subjectAt("100.64.3.7", { direction: "source" }), knowledge, [named("harbour")]);
    expect(best?.reasons).toEqual(['"harbour" names harbour', "a pod address can be seen as a source"]);
  });
});

const octet = fc.integer({ min: 0, max: 255 });
const anySubject = fc
  .tuple(fc.constantFrom("100.64", "100.65", "10.20", "10.32", "10.96", "172.17"), octet, octet)
  .chain(([head, c, d]) =>
    fc
      .constantFrom("source" as const, "destination" as const, undefined)
      .map((direction) => subjectAt(`${head}.${c}.${d}`, direction ? { direction } : {})),
  );
const anyNames = fc.uniqueArray(fc.constantFrom(...sampleProducts.map(({ id }) => id)), { maxLength: 3 });

describe("the laws of ranking", () => {
  test("every candidate holds the address, its score is positive, and scores never rise", () => {
    fc.assert(
      fc.property(anySubject, anyNames, (subject, products) => {
        const candidates = rankCandidates(
          subject,
          knowledge,
          products.map((id) => named(id)),
        );
        const scores = candidates.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const { range, score } of candidates) {
          expect(score).toBeGreaterThan(0);
          expect(knowledge.ranges.allMatches(subject.block.address).map(({ value }) => value)).toContain(range);
        }
      }),
    );
  });

  test("a candidate of a named product comes before those of products nobody named, role permitting", () => {
    fc.assert(
      fc.property(
        anySubject,
        fc.constantFrom("harbour", "tailnet", "docks", "junction", "weft"),
        (subject, product) => {
          const candidates = rankCandidates(subject, knowledge, [named(product)]);
          const isOwn = candidates.map(({ range }) => range.fact.product === product && fits(range.role, subject));
          expect(isOwn).toEqual(isOwn.toSorted((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });

  test("the order in which products and facts are written makes no difference", () => {
    const shuffled = fc.shuffledSubarray([...sampleProducts], { minLength: sampleProducts.length });
    fc.assert(
      fc.property(shuffled, anySubject, anyNames, (products, subject, names) => {
        const turned = products.map((product) => ({ ...product, facts: product.facts.toReversed() }));
        const order = (known: Knowledge) =>
          rankCandidates(
            subject,
            known,
            names.map((id) => named(id)),
          ).map(({ range, score, certainty }) => `${range.fact.id} ${formatCidr(range.cidr)} ${score} ${certainty}`);
        expect(order(sampleKnowledge({ products: turned }))).toEqual(order(knowledge));
      }),
      { numRuns: 60 },
    );
  });
});

function fits(role: keyof typeof roleTraits, { direction }: Subject): boolean {
  return direction !== "source" || roleTraits[role].seenAsSource;
}

function rangeCidrs(...cidrs: readonly string[]) {
  const claim = rangeClaim("pod", ...cidrs);
  return claim.type === "range" ? claim.cidrs : [];
}
