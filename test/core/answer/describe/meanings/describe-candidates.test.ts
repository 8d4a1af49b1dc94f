import { describe, expect, test } from "@jest/globals";
import { describeCandidates } from "../../../../../src/core/answer/describe/meanings/describe-candidates.ts";
import type { Subject } from "../../../../../src/core/question/subject.ts";
import type { Topic } from "../../../../../src/core/question/topic.ts";
import { sampleProduct, sampleSource } from "../../../../support/sample-knowledge.ts";
import {
  named,
  sampleKnowledge,
  sampleProducts,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "../../sample-situation.ts";

type Asked = { readonly products?: readonly string[]; readonly topics?: readonly Topic[] };

function candidates(subjects: readonly Subject[], { products = [], topics = [] }: Asked = {}) {
  const reading = sampleReading({ subjects, topics, products: products.map((id) => named(id)) });
  return describeCandidates(sampleSituation({ reading }));
}

const textsOf = (subjects: readonly Subject[], asked?: Asked) => candidates(subjects, asked).map(({ text }) => text);

describe("describeCandidates", () => {
  test("of a named product it says what the address is there, in the words of the fact", () => {
    const [piece] = candidates([subjectAt("100.64.3.7")], { products: ["harbour"] });
    expect(piece?.text).toBe("`100.64.3.7` is in 100.64.0.0/15, a pod range. What harbour/pods says.");
    expect(piece?.evidence.map(({ id }) => id)).toContain("fact:harbour/pods");
  });

  test("a range that is the product's own, and an address that has a fact of its own, need no such preface", () => {
    expect(textsOf([subjectAt("100.64.0.0/15")], { products: ["harbour"] })).toEqual(["What harbour/pods says."]);
    expect(textsOf([subjectAt("172.17.0.1")], { products: ["docks"] })).toEqual(["What docks/gateway says."]);
  });

  test("without a named product it lists who uses such addresses, each with its role and range", () => {
    expect(textsOf([subjectAt("100.64.3.7")])).toEqual([
      expect.stringMatching(
        /Harbour Kubernetes \(pod, 100\.64\.0\.0\/15\), Tailnet \(VPN, 100\.64\.0\.0\/10\) and Junction \(.*join.*, 100\.64\.0\.0\/16\)\.$/,
      ),
    ]);
  });

  test("an address of nobody gets nothing", () => {
    expect(textsOf([subjectAt("8.8.8.8")])).toEqual([]);
    expect(textsOf([subjectAt("8.8.8.8")], { products: ["harbour"] })).toEqual([]);
  });

  test.each<[readonly Topic[], number]>([
    [[], 1],
    [["what-is-address"], 1],
    [["which-range", "why-source"], 1],
    [["documented"], 1],
    [["overlap"], 0],
    [["network-policy"], 0],
    [["client-address-lost"], 0],
  ])("who else uses it is of use to one who asks for that: %j", (topics, count) => {
    expect(candidates([subjectAt("100.64.3.7")], { topics })).toHaveLength(count);
  });

  test("of a private address it says what it may be, unless a product with networks of its own is named", () => {
    const pods = /^`10\.20\.0\.9` may be in a pod range: 10\.20\.0\.0\/16 is the default of Weft\.$/;
    expect(textsOf([subjectAt("10.20.0.9")])).toEqual([expect.stringMatching(pods)]);
    expect(textsOf([subjectAt("10.20.0.9")], { products: ["kubernetes"] })).toEqual([expect.stringMatching(pods)]);
    expect(textsOf([subjectAt("10.20.0.9")], { products: ["docks"] })).toEqual([]);
  });

  test("a program without networks of its own settles nothing", () => {
    const products = [...sampleProducts, sampleProduct("gate", { kind: "proxy", facts: [] })];
    const reading = sampleReading({ subjects: [subjectAt("10.20.0.9")], products: [named("gate")] });
    expect(describeCandidates(sampleSituation({ reading, knowledge: sampleKnowledge({ products }) }))).toHaveLength(1);
  });

  test("a list of who may have a second address can wait, what it documented is cannot", () => {
    const subjects = [subjectAt("100.64.3.7"), subjectAt("100.70.0.1"), subjectAt("10.32.0.9")];
    expect(textsOf(subjects)).toHaveLength(1);
    expect(textsOf(subjects, { products: ["harbour"] })).toEqual([
      expect.stringMatching(/^`100\.64\.3\.7` is in/),
      expect.stringMatching(/^`10\.32\.0\.9` is in 10\.32\.0\.0\/20, a Service range/),
    ]);
  });

  test("each further subject comes after the one before", () => {
    const pieces = candidates([subjectAt("10.32.0.9"), subjectAt("100.64.3.7")], { products: ["harbour"] });
    const priorities = pieces.map(({ priority }) => priority);
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
    expect(new Set(priorities).size).toBe(2);
  });

  test("a list of many names brings one source each", () => {
    const sources = [sampleSource({ url: "https://example.org/a" }), sampleSource({ url: "https://example.org/b" })];
    const products = sampleProducts.map((product) => ({
      ...product,
      facts: product.facts.map((fact) => ({ ...fact, sources })),
    }));
    const reading = sampleReading({ subjects: [subjectAt("100.64.3.7")] });
    const [list] = describeCandidates(sampleSituation({ reading, knowledge: sampleKnowledge({ products }) }));
    expect(list?.evidence.filter(({ kind }) => kind === "fact").map((item) => item.sources.length)).toEqual([1, 1, 1]);
  });
});
