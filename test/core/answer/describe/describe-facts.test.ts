import { describe, expect, test } from "@jest/globals";
import { describeAllowlist } from "../../../../src/core/answer/describe/describe-allowlist.ts";
import { describeFacts } from "../../../../src/core/answer/describe/describe-facts.ts";
import type { Configurability } from "../../../../src/core/knowledge/fact.ts";
import type { Topic } from "../../../../src/core/question/topic.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { named, sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../sample-situation.ts";

function facts(topics: readonly Topic[], products: readonly string[], text = ""): string[] {
  const reading = sampleReading({ topics, products: products.map((id) => named(id)), text });
  return describeFacts(sampleSituation({ reading })).map((piece) => piece.text);
}

describe("describeFacts", () => {
  test.each<[readonly Topic[], readonly string[], readonly string[]]>([
    [["which-range"], ["harbour"], ["What harbour/pods says.", "What harbour/services says."]],
    [["which-range"], ["weft"], ["What weft/pods says."]],
    [["name-resolution"], ["tailnet"], ["What tailnet/dns says."]],
    [["overlap"], ["junction"], ["What junction/join says."]],
    [["overlap"], ["docks"], ["What docks/bridge says."]],
    [["allow-outbound"], ["harbour"], ["Packets to the internet carry the node's address."]],
    [["which-range"], [], []],
    [["which-range"], ["kubernetes"], ["What kubernetes/services says."]],
    [["network-policy"], ["harbour"], []],
    [[], ["harbour"], []],
  ])("%j about %j: %j", (topics, products, expected) => {
    expect(facts(topics, products)).toEqual(expected);
  });

  test("a fact that two topics call for is told once", () => {
    expect(facts(["which-range", "overlap", "documented"], ["weft"])).toEqual(["What weft/pods says."]);
  });

  test.each<[Configurability, string, string]>([
    [
      { option: "--cidr", when: "creation" },
      "Pods are here.",
      "Pods are here. It is set with `--cidr`, only when the cluster is created.",
    ],
    [{ option: "--cidr", when: "any-time" }, "Pods are here.", "Pods are here. It is set with `--cidr`."],
    [{ option: "--cidr", when: "never" }, "Pods are here.", "Pods are here. It cannot be changed."],
    [
      { option: "--cidr", when: "creation" },
      "Pods are here unless --cidr is set.",
      "Pods are here unless --cidr is set.",
    ],
  ])("%j after %s", (configurableBy, statement, expected) => {
    const own = sampleFact("own/pods", { statement, configurableBy, claim: rangeClaim("pod", "10.8.0.0/16") });
    const knowledge = sampleKnowledge({ products: [sampleProduct("own", { facts: [own] })] });
    const reading = sampleReading({ topics: ["which-range"], products: [named("own")] });
    expect(describeFacts(sampleSituation({ reading, knowledge })).map(({ text }) => text)).toEqual([expected]);
  });
});

function allowlist(topics: readonly Topic[], products: readonly string[], ...addresses: readonly string[]): string[] {
  const subjects = addresses.map((address) => subjectAt(address));
  const reading = sampleReading({ topics, products: products.map((id) => named(id)), subjects });
  return describeAllowlist(sampleSituation({ reading })).map((piece) => piece.text);
}

describe("describeAllowlist", () => {
  test("names the documented pod range, and that it is only a default", () => {
    for (const addresses of [["100.64.3.7"], []]) {
      const [step = "", ...others] = allowlist(["allow-inbound"], ["harbour"], ...addresses);
      expect(step).toMatch(/allow 100\.64\.0\.0\/15, .*default/);
      expect(others).toEqual([]);
    }
  });

  test.each<[string, readonly Topic[], readonly string[]]>([
    ["nobody asks what to allow", ["which-range"], ["harbour"]],
    ["nobody says where it runs", ["allow-inbound"], []],
    ["the product has no pod range", ["allow-inbound"], ["tailnet"]],
  ])("says nothing where %s", (_, topics, products) => {
    expect(allowlist(topics, products, "100.64.3.7")).toEqual([]);
  });

  test("never offers a Service range, which no caller comes from", () => {
    for (const step of allowlist(["allow-inbound"], ["harbour"], "10.32.0.9")) expect(step).not.toMatch(/10\.32\./);
  });
});
