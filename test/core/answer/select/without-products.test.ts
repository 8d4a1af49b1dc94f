import { describe, expect, test } from "@jest/globals";
import { ruledOutProducts } from "../../../../src/core/answer/select/ruled-out-products.ts";
import { withoutProducts } from "../../../../src/core/answer/select/without-products.ts";
import { addressAt } from "../../../support/network-literals.ts";
import { noConditions, sampleArticle, sampleItem, sampleProduct } from "../../../support/sample-knowledge.ts";
import {
  named,
  sampleKnowledge,
  sampleProducts,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "../sample-situation.ts";

const clouds = [
  sampleProduct("acme-cloud", { name: "Acme Cloud", kind: "cloud" }),
  sampleProduct("ake", {
    name: "AKE",
    kind: "managed-kubernetes",
    aliases: ["acme kubernetes"],
    buildsOn: ["kubernetes"],
  }),
];
const knowledge = sampleKnowledge({
  products: [...sampleProducts, ...clouds],
  articles: [
    sampleArticle("of-harbour", { when: { ...noConditions, products: ["harbour"] } }),
    sampleArticle("of-both", { when: { ...noConditions, products: ["harbour", "tailnet"] } }),
    sampleArticle("of-none", {
      statements: [sampleItem("Harbour Kubernetes does it too."), sampleItem("Nobody does.")],
    }),
  ],
});
const without = (...ids: readonly string[]) => withoutProducts(knowledge, new Set(ids));

describe("ruledOutProducts", () => {
  const ruled = (ids: readonly string[], names: readonly string[] = []) => [
    ...ruledOutProducts(
      sampleReading({ ruledOut: ids.map((id) => named(id)), products: names.map((id) => named(id)) }),
      knowledge,
    ),
  ];

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["nothing", [], [], []],
    ["a product alone", ["tailnet"], [], ["tailnet"]],
    ["a part and not what builds on it", ["weft"], [], ["weft"]],
    ["a part also where what is named builds on it", ["weft"], ["harbour"], ["weft"]],
    ["with Kubernetes all that builds on it", ["kubernetes"], [], ["ake", "harbour", "kubernetes"]],
    ["with Kubernetes what builds on it, but for what is named and needs it", ["kubernetes"], ["harbour"], ["ake"]],
    ["with a cloud its own Kubernetes", ["acme-cloud"], [], ["acme-cloud", "ake"]],
    ["with a cloud its own Kubernetes, unless that is named", ["acme-cloud"], ["ake"], ["acme-cloud"]],
  ])("%s", (_, ids, names, expected) => {
    expect(ruled(ids, names).toSorted()).toEqual(expected);
  });
});

describe("withoutProducts", () => {
  test("with nothing ruled out it is the same knowledge", () => {
    expect(without()).toBe(knowledge);
  });

  test("leaves out the product, its facts and its ranges", () => {
    const rest = without("harbour");
    const holding = rest.ranges.allMatches(addressAt("100.64.3.7")).map(({ value }) => value.fact.product);
    expect(holding.toSorted()).toEqual(["junction", "tailnet"]);
    expect(rest.ranges.longestMatch(addressAt("100.65.3.7"))?.value.fact.product).toBe("tailnet");
    expect(rest.ranges.longestMatchIpv4(0x64410307)?.value.fact.product).toBe("tailnet");
    expect(rest.ranges.size).toBe(knowledge.ranges.size - 2);
    expect(rest.products.has("harbour")).toBe(false);
    expect([...rest.facts.keys()].filter((id) => id.startsWith("harbour/"))).toEqual([]);
  });

  test("leaves out sentences about it and those that name it; an article on others too stays", () => {
    const articles = new Set(
      without("harbour").passages.map((one) => (one.kind === "item" ? one.from.article.id : "fact")),
    );
    expect(articles).toEqual(new Set(["fact", "of-both", "of-none"]));
    expect(without("harbour").passages.map(({ text }) => text)).not.toContain("Harbour Kubernetes does it too.");
    expect(without("harbour").passages.map(({ text }) => text)).toContain("Nobody does.");
  });

  test("a situation knows nothing of what its thread rules out", () => {
    const reading = sampleReading({ subjects: [subjectAt("100.64.3.7")], ruledOut: [named("harbour")] });
    const { candidates } = sampleSituation({ reading, knowledge });
    expect(candidates.flat().map(({ range }) => range.fact.product)).toEqual(["junction", "tailnet"]);
  });
});
