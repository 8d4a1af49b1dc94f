import { describe, expect, it } from "@jest/globals";
import { sourcesAreWellFormed } from "../../../../src/core/knowledge/rules/sources-are-well-formed.ts";
import type { Source } from "../../../../src/core/knowledge/source.ts";
import {
  sampleArticle,
  sampleFact,
  sampleItem,
  sampleProduct,
  sampleReview,
  sampleSource,
} from "../../../support/sample-knowledge.ts";

const judge = (more: Partial<Source>) => {
  const facts = [sampleFact("p/a", { sources: [sampleSource(), sampleSource(more)] })];
  return sourcesAreWellFormed.judge(sampleReview({ products: [sampleProduct("p", { facts })], articles: [] }));
};
const file = "https://github.com/acme/net/blob";

describe("sources-are-well-formed", () => {
  it.each<[string, Partial<Source>]>([
    ["a page with a query of its own", { url: "https://example.org/?page=2&ref=main" }],
    ["a short locator that is a name", { locator: "IP.2" }],
    ["a document found on a branch", { url: `${file}/main/docs/ranges.md` }],
    ["code at a commit", { kind: "code", url: `${file}/0123abcd/net.go` }],
    ["code on a branch with the commit beside it", { kind: "code", url: `${file}/main/net.go`, commit: "0123abcd" }],
    ["a pull request", { kind: "code", url: "https://github.com/acme/net/pull/12" }],
    ["code that is published elsewhere", { kind: "code", url: "https://code.example.org/net.go" }],
  ])("passes %s", (_name, more) => {
    expect(judge(more)).toEqual([]);
  });

  it.each<[string, Partial<Source>, string]>([
    ["http", { url: "http://example.org/" }, "http://example.org/"],
    ["a tracking parameter", { url: "https://example.org/?a=1&utm_source=x" }, "https://example.org/?a=1&utm_source=x"],
    ["a locator that says nothing", { locator: "The page" }, "The page"],
    ["a locator to be written later", { locator: "TODO" }, "TODO"],
    ["a branch", { kind: "code", url: `${file}/main/net.go` }, `${file}/main/net.go`],
    ["a release branch", { kind: "code", url: `${file}/3.11/net.go` }, `${file}/3.11/net.go`],
    ["a commit that is none", { commit: "v1.2.3" }, "v1.2.3"],
  ])("names %s", (_name, more, value) => {
    expect(judge(more)).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/a" }, value }]);
  });

  it("names a source of an article once, however many items it carries", () => {
    const source = sampleSource({ locator: "page" });
    const articles = [
      sampleArticle("a", { statements: [sampleItem("x", [source])], checks: [sampleItem("y", [source])] }),
    ];
    expect(sourcesAreWellFormed.judge(sampleReview({ articles }))).toMatchObject([
      { subject: { kind: "article", id: "a" }, value: "page" },
    ]);
  });
});
