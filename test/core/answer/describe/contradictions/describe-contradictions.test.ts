import { describe, expect, test } from "@jest/globals";
import { describeContradictions } from "../../../../../src/core/answer/describe/contradictions/describe-contradictions.ts";
import type { Reading } from "../../../../../src/core/question/reading.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import {
  named,
  sampleKnowledge,
  sampleProducts,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "../../sample-situation.ts";

const quay = sampleProduct("quay", {
  name: "Quay Kubernetes",
  kind: "managed-kubernetes",
  buildsOn: ["kubernetes"],
  facts: [sampleFact("quay/services", { claim: rangeClaim("service", "172.20.0.0/16") })],
});
const knowledge = sampleKnowledge({ products: [...sampleProducts, quay] });

function said(reading: Parameters<typeof sampleReading>[0], question: { readonly addressed?: boolean } = {}): string[] {
  const situation = sampleSituation({ reading: sampleReading(reading), knowledge, question });
  return describeContradictions(situation).map(({ text }) => text);
}

const about = (address: string, text: string, ...products: readonly string[]) => ({
  subjects: [subjectAt(address)],
  products: products.map((id) => named(id)),
  text,
});

describe("public and private", () => {
  test.each([
    ["10.1.2.3", "our public IP 10.1.2.3", "`10.1.2.3` is in 10.0.0.0/8: private (RFC 1918), not public."],
    [
      "100.64.1.2",
      "100.64.1.2 is public",
      "`100.64.1.2` is in 100.64.0.0/10: shared address space (RFC 6598), not public.",
    ],
    [
      "172.32.0.1",
      "172.32.0.1 is private",
      "`172.32.0.1` is public, not private: 172.16.0.0/12 ends at 172.31.255.255.",
    ],
    ["172.15.0.1", "172.15.0.1 is private", "`172.15.0.1` is public, not private: 172.16.0.0/12 starts at 172.16.0.0."],
    ["8.8.8.8", "8.8.8.8 is private", "`8.8.8.8` is public, not private."],
  ])("of %s: %s", (address, text, expected) => {
    expect(said(about(address, text))).toEqual([expected]);
  });

  test.each([
    ["8.8.8.8", "our public IP 8.8.8.8"],
    ["10.1.2.3", "our private IP 10.1.2.3"],
    ["203.0.113.7", "our public IP 203.0.113.7"],
    ["100.64.1.2", "the private IP 100.64.1.2"],
    ["10.1.2.3", "is 10.1.2.3 public?"],
  ])("%s: %s is nothing to contradict", (address, text) => {
    expect(said(about(address, text))).toEqual([]);
  });
});

describe("a Service address as a source", () => {
  const seen = (text: string, ...products: readonly string[]) => ({
    ...about("10.32.0.9", text, ...products),
    subjects: [subjectAt("10.32.0.9", { direction: "source" })],
  });

  test("is said never to be one, and whose range it is in", () => {
    expect(said(seen("requests from 10.32.0.9", "harbour"))).toEqual([
      "A Service address is never a source; `10.32.0.9` is in the Service range of Harbour Kubernetes, 10.32.0.0/20.",
    ]);
  });

  test.each<[string, Partial<Reading>]>([
    ["where nobody named the product", seen("requests from 10.32.0.9")],
    ["where it is a reply that comes from it", seen("the reply comes from 10.32.0.9", "harbour")],
    ["where it is an error", seen("connection refused from 10.32.0.9", "harbour")],
    [
      "where a pod has such an address too",
      { ...seen("from", "harbour"), products: [named("harbour"), named("both")] },
    ],
  ])("not %s", (_, { subjects = [], products = [], text = "" }) => {
    const both = sampleProduct("both", {
      facts: [sampleFact("both/pods", { claim: rangeClaim("pod", "10.32.0.0/16") })],
    });
    const situation = sampleSituation({
      reading: sampleReading({ subjects, products, text }),
      knowledge: sampleKnowledge({ products: [...sampleProducts, both] }),
    });
    expect(describeContradictions(situation)).toEqual([]);
  });
});

describe("a range of another place", () => {
  const text = "Our ClusterIP is 172.20.0.1";

  test("is said where the named one has another range for it", () => {
    const [told, ...more] = said(about("172.20.0.1", text, "harbour"));
    expect(told).toBe(
      "You write Harbour Kubernetes, but `172.20.0.1` is in the Service range Quay Kubernetes uses by default.",
    );
    expect(more).toEqual([]);
  });

  test("also where whose it is is asked, outside of what everybody uses", () => {
    const asked = { ...about("172.20.0.1", "What is it?", "harbour"), topics: ["what-is-address" as const] };
    expect(said(asked)).toHaveLength(1);
  });

  test.each<[string, ReturnType<typeof about>]>([
    ["the range is the named one's own", about("10.32.0.9", "Our ClusterIP is 10.32.0.9", "harbour")],
    ["nobody is named", about("172.20.0.1", text)],
    ["no role is spoken of and nothing asked", about("172.20.0.1", "We use 172.20.0.1", "harbour")],
    ["another network is named too", about("172.20.0.1", text, "harbour", "tailnet")],
    ["both are named", about("172.20.0.1", text, "harbour", "quay")],
    ["the range was chosen", about("172.20.0.1", `${text}, a custom range`, "harbour")],
    ["it is nobody's", about("172.28.0.1", "Our ClusterIP is 172.28.0.1", "harbour")],
    ["only a plain Kubernetes has it", about("10.96.0.9", "Our ClusterIP is 10.96.0.9", "harbour")],
  ])("not where %s", (_, reading) => {
    expect(said(reading)).toEqual([]);
  });

  test("not where the thread names a block that holds it, and not when overheard", () => {
    const chosen = {
      ...about("172.20.0.1", text, "harbour"),
      subjects: [subjectAt("172.20.0.1"), subjectAt("172.20.0.0/14")],
    };
    expect(said(chosen)).toEqual([]);
    expect(said(about("172.20.0.1", text, "harbour"), { addressed: false })).toEqual([]);
  });
});

describe("two products of which only one can be", () => {
  const products = [named("harbour"), named("quay")];
  const both = "Our cluster is on Harbour Kubernetes.";

  test("are both named", () => {
    expect(said({ products, text: `${both}\nThe cluster runs on Quay Kubernetes.` })).toEqual([
      "The thread says the cluster is Harbour Kubernetes and also Quay Kubernetes; it can only be one of them.",
    ]);
    const plugins = [named("weft"), named("junction")];
    expect(said({ products: plugins, text: "Our CNI is Weft.\nour network plugin is Junction" })).toEqual([
      "The thread says the network plugin is Weft and also Junction; only one of them hands out pod addresses.",
    ]);
  });

  test.each([
    `${both} We have tried Quay Kubernetes.`,
    `${both}\nOur other cluster is on Quay Kubernetes.`,
    `${both}\nSame here, our cluster is on Quay Kubernetes.`,
    "We are on Harbour Kubernetes and Quay Kubernetes.",
  ])("%s", (text) => {
    expect(said({ products, text })).toEqual([]);
  });

  test("one that builds on the other is no other", () => {
    const heir = sampleProduct("heir", { name: "Heir", kind: "cni", buildsOn: ["weft"] });
    const situation = sampleSituation({
      reading: sampleReading({ products: [named("weft"), named("heir")], text: "Our CNI is Weft. Our CNI is Heir." }),
      knowledge: sampleKnowledge({ products: [...sampleProducts, heir] }),
    });
    expect(describeContradictions(situation)).toEqual([]);
  });
});
