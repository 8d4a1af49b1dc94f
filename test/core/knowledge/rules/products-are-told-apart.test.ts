import { describe, expect, it } from "@jest/globals";
import type { Product } from "../../../../src/core/knowledge/product.ts";
import { productsAreToldApart } from "../../../../src/core/knowledge/rules/products-are-told-apart.ts";
import { rangeClaim, sampleFact, sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (short: Partial<Product>, long: Partial<Product>) =>
  productsAreToldApart.judge(
    sampleReview({
      products: [
        sampleProduct("acme", { name: "Acme", ...short }),
        sampleProduct("plus", { name: "Acme Plus", ...long }),
      ],
    }),
  );

describe("products-are-told-apart", () => {
  it.each<[string, Partial<Product>, Partial<Product>]>([
    ["names that share nothing", {}, { name: "Other" }],
    ["a name that holds the letters but not the word", {}, { name: "Acmeplus" }],
    ["products of two kinds", {}, { kind: "runtime" }],
    ["one that builds on the other", {}, { buildsOn: ["acme"] }],
    ["another range", {}, { facts: [sampleFact("plus/pods", { claim: rangeClaim("pod", "10.9.0.0/16") })] }],
    ["another role", {}, { facts: [sampleFact("plus/nodes", { claim: rangeClaim("node", "10.8.0.0/16") })] }],
  ])("passes %s", (_name, short, long) => {
    expect(judge(short, long)).toEqual([]);
  });

  it.each<[string, Partial<Product>, Partial<Product>]>([
    ["the longer of two names for one default", {}, {}],
    ["a name that holds another's alias", { name: "Zed", aliases: ["plus"] }, {}],
  ])("names %s", (_name, short, long) => {
    const found = judge(short, long);
    expect(found).toMatchObject([{ subject: { kind: "product", id: "plus" }, value: "pod 10.8.0.0/16" }]);
    expect(found[0]?.problem).toContain("acme");
  });
});
