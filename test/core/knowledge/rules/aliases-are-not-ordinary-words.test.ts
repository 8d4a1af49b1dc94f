import { describe, expect, it } from "@jest/globals";
import { aliasesAreNotOrdinaryWords } from "../../../../src/core/knowledge/rules/aliases-are-not-ordinary-words.ts";
import { sampleProduct, sampleReview } from "../../../support/sample-knowledge.ts";

const judge = (alias: string) =>
  aliasesAreNotOrdinaryWords.judge(sampleReview({ products: [sampleProduct("p", { aliases: ["acme", alias] })] }));

describe("aliases-are-not-ordinary-words", () => {
  it.each(["wireguard", "docker0", "home assistant", "cloud run", "cloudsql", "netavark"])("passes %s", (alias) => {
    expect(judge(alias)).toEqual([]);
  });

  it.each(["node", "pods", "services", "proxies", "cloud", "network", "addresses", "default"])("names %s", (alias) => {
    expect(judge(alias)).toMatchObject([{ subject: { kind: "product", id: "p" }, value: alias }]);
  });
});
