import { describe, expect, it } from "@jest/globals";
import { productNamed } from "../../../src/core/knowledge/product-named.ts";
import { sampleProduct } from "../../support/sample-knowledge.ts";

const list = [
  sampleProduct("acme-in-box", { name: "Acme (Acme in a Box)", aliases: ["the box", "box"] }),
  sampleProduct("box", { name: "Box" }),
  sampleProduct("plain", { name: "Plain Name" }),
];
const products = new Map(list.map((product) => [product.id, product]));

describe("productNamed", () => {
  it.each([
    ["acme-in-box", "acme-in-box"],
    ["ACME-IN-BOX", "acme-in-box"],
    ["acme", "acme-in-box"],
    [" Acme in a Box ", "acme-in-box"],
    ["acme (acme in a box)", "acme-in-box"],
    ["the box", "acme-in-box"],
    ["box", "box"],
    ["Plain Name", "plain"],
    ["plain n", undefined],
    ["", undefined],
    ["nothing", undefined],
  ])("takes %j for %s", (written, id) => {
    expect(productNamed({ products }, written)?.id).toBe(id);
  });
});
