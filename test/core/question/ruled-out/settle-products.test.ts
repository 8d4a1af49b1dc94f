import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadKnowledge } from "../../../../src/adapters/files/load-knowledge.ts";
import { buildProductLexicon } from "../../../../src/core/question/recognise-products.ts";
import { settleProducts } from "../../../../src/core/question/settle-products.ts";
import { denied, kept, replaced } from "./ruling-cases.ts";

const folder = fileURLToPath(new URL("../../../../knowledge/", import.meta.url));
const { products } = loadKnowledge(folder, "2999-01-01").knowledge;
const lexicon = buildProductLexicon(
  [...products.values()].flatMap(({ id, name, aliases, ordinaryName = false }) => [
    ...[id, name].map((phrase) => ({ phrase, product: id, isOrdinary: ordinaryName })),
    ...aliases.map((phrase) => ({ phrase, product: id })),
  ]),
);
const ids = (named: readonly { readonly product: string }[]) => named.map(({ product }) => product).toSorted();
const settle = (...newestFirst: readonly string[]) => settleProducts(newestFirst, lexicon, []);

describe.each([
  ["what was replaced is ruled out, and what took its place is named", replaced],
  ["what is said not to be there is ruled out", denied],
  ["what only sounds like it rules nothing out", kept],
])("%s", (_, cases) => {
  test.each(cases)("%s", (text, named, ruledOut) => {
    const settled = settle(text);
    expect(ids(settled.products)).toEqual(named.toSorted());
    expect(ids(settled.ruledOut)).toEqual(ruledOut.toSorted());
  });
});

describe("a thread", () => {
  test.each([
    ["a correction takes back what was said before", ["Sorry, GKE, not EKS.", "We run EKS."], ["gke"], ["eks"]],
    ["what was ruled out stays so", ["What is 10.0.0.1 then?", "It is not EKS"], [], ["eks"]],
    ["what is named again is meant again", ["On EKS after all: 10.0.0.1?", "It is not EKS"], ["eks"], []],
    ["an earlier move counts", ["Which range is it?", "We moved from EKS to AKS"], ["aks"], ["eks"]],
  ])("%s", (_, texts, named, ruledOut) => {
    const settled = settle(...texts);
    expect(ids(settled.products)).toEqual(named);
    expect(ids(settled.ruledOut)).toEqual(ruledOut);
  });

  test("what was given with the question holds whatever the text says", () => {
    const given = { product: "eks", reason: "eks was given with the question", inThread: false };
    expect(settleProducts(["this is not EKS"], lexicon, [given])).toEqual({ products: [given], ruledOut: [] });
  });

  test("every ruling says why, and whether the newest message says it", () => {
    expect(settle("What is it then?", "not EKS").ruledOut).toEqual([
      { product: "eks", reason: '"EKS" is said not to be there', inThread: true },
    ]);
  });

  test("a product is never both named and ruled out", () => {
    const word = fc.constantFrom("not", "EKS", "GKE", "moved", "from", "to", "or", ",", ".", "instead of", "now", "we");
    const message = fc.array(word, { maxLength: 14 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 3 }), (texts) => {
        const settled = settle(...texts);
        expect(ids(settled.products).filter((id) => ids(settled.ruledOut).includes(id))).toEqual([]);
      }),
    );
  });

  test("the words around a mention are read within a window: far more text changes nothing", () => {
    const filler = "and so on ".repeat(20_000);
    expect(ids(settle(`${filler}. We moved from EKS to AKS. ${filler}`).ruledOut)).toEqual(["eks"]);
    expect(ids(settle("not EKS or ".repeat(5_000)).ruledOut)).toEqual(["eks"]);
  });
});
