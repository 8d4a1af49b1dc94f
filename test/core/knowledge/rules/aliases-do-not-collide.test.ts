import { describe, expect, it } from "@jest/globals";
import { aliasesDoNotCollide } from "../../../../src/core/knowledge/rules/aliases-do-not-collide.ts";
import { sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (first: Parameters<typeof sampleProduct>[1], second: Parameters<typeof sampleProduct>[1]) =>
  aliasesDoNotCollide.judge(sampleReview({ products: [sampleProduct("one", first), sampleProduct("two", second)] }));

describe("aliases-do-not-collide", () => {
  it.each([
    ["names of their own", { aliases: ["uno"] }, { aliases: ["due"] }],
    ["a name that holds another one", { aliases: ["docker"] }, { aliases: ["docker desktop"] }],
    ["a product that names itself in many ways", { name: "Kube-OVN", aliases: ["kube ovn", "kube-ovn"] }, {}],
  ])("passes %s", (_name, first, second) => {
    expect(judge(first, second)).toEqual([]);
  });

  it.each([
    ["the same alias", { aliases: ["acme"] }, { aliases: ["acme"] }, "acme"],
    ["an alias that is another's id", {}, { aliases: ["one"] }, "one"],
    ["an alias that is another's name", { name: "The One" }, { aliases: ["the one"] }, "the one"],
    ["the same name", { name: "Acme" }, { name: "ACME" }, "ACME"],
    ["names that read the same word by word", { aliases: ["kube-ovn"] }, { aliases: ["kube ovn"] }, "kube ovn"],
  ])("names %s", (_name, first, second, value) => {
    expect(judge(first, second)).toMatchObject([{ subject: { kind: "product", id: "two" }, value }]);
  });

  it("says whose the name is", () => {
    expect(judge({ aliases: ["acme"] }, { aliases: ["acme"] })[0]?.problem).toContain("one goes by this name too");
  });
});
