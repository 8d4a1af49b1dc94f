import { describe, expect, test } from "@jest/globals";
import { sayTypicalUse } from "../../../../../src/core/answer/describe/meanings/say-typical-use.ts";
import { blocksOf } from "../../../../../src/core/knowledge/knowledge.ts";
import type { NetworkRole } from "../../../../../src/core/knowledge/network-role.ts";
import { cidrAt } from "../../../../support/network-literals.ts";
import { sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import { sampleKnowledge, subjectAt } from "../../sample-situation.ts";

type Range = readonly [product: string, role: NetworkRole, cidr: string];

function say(written: string, ranges: readonly Range[], status: "default" | "reserved" = "default") {
  const products = ranges.map(([id, role, cidr]) => {
    const claim = { type: "range", role, status, cidrs: [cidrAt(cidr)] } as const;
    return sampleProduct(id, { name: id.toUpperCase(), facts: [sampleFact(`${id}/range`, { claim })] });
  });
  const told = products.flatMap(({ facts }) => facts.flatMap(blocksOf));
  return sayTypicalUse(subjectAt(written), told, sampleKnowledge({ products }));
}

const pods: readonly Range[] = [
  ["a", "pod", "10.244.0.0/16"],
  ["b", "pod", "10.244.0.0/16"],
];

describe("sayTypicalUse", () => {
  test("it names the default range around a private address, and whose it is", () => {
    expect(say("10.244.1.5", pods)?.text).toBe(
      "`10.244.1.5` is typically in a pod range: 10.244.0.0/16 is the default of A and B.",
    );
  });

  test("a block that is that range needs no further figure", () => {
    expect(say("10.244.0.0/16", pods)?.text).toBe("`10.244.0.0/16` is typically a pod range: the default of A and B.");
  });

  test("what a single product does is possible, not typical", () => {
    expect(say("10.244.1.5", pods.slice(0, 1))?.text).toBe(
      "`10.244.1.5` may be in a pod range: 10.244.0.0/16 is the default of A.",
    );
  });

  test("what most products do is typical, not what one does", () => {
    const said = say("10.244.1.5", [["odd", "service", "10.240.0.0/12"], ...pods]);
    expect(said?.text).toMatch(/a pod range/);
    expect(said?.told.map(({ fact }) => fact.product)).toEqual(["a", "b"]);
  });

  test("where products differ each is told with its role", () => {
    const ranges: readonly Range[] = [
      ["a", "pod", "10.128.0.0/14"],
      ["b", "service", "10.128.0.0/16"],
    ];
    expect(say("10.128.2.7", ranges)?.text).toBe(
      "Default ranges that hold `10.128.2.7`: A (pod, 10.128.0.0/14) and B (Service, 10.128.0.0/16).",
    );
  });

  test("at most five names are told", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((id): Range => [id, "pod", "10.244.0.0/16"]);
    expect(say("10.244.1.5", many)?.told).toHaveLength(5);
  });

  test.each<[string, string, readonly Range[]]>([
    ["a very wide range", "10.200.0.1", [["a", "node", "10.128.0.0/9"]]],
    ["all of 192.168.0.0/16", "192.168.77.3", [["a", "pod", "192.168.0.0/16"]]],
    ["all of 172.16.0.0/12", "172.20.1.1", [["a", "pod", "172.16.0.0/12"]]],
    ["a range within the block that is asked about", "10.0.0.0/8", pods],
    ["no range", "10.50.0.1", []],
  ])("%s tells nothing", (_, written, ranges) => {
    expect(say(written, ranges)).toBeUndefined();
  });

  test("what is only reserved is nobody's default", () => {
    expect(say("10.244.1.5", pods, "reserved")).toBeUndefined();
  });
});
