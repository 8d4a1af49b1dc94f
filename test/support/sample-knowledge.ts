import type { Article, ArticleConditions, ArticleItem } from "../../src/core/knowledge/article.ts";
import type { Claim, Fact } from "../../src/core/knowledge/fact.ts";
import type { NetworkRole } from "../../src/core/knowledge/network-role.ts";
import type { Product } from "../../src/core/knowledge/product.ts";
import type { KnowledgeUnderReview } from "../../src/core/knowledge/rules/knowledge-rule.ts";
import type { Source } from "../../src/core/knowledge/source.ts";
import { addressAt, cidrAt } from "./network-literals.ts";

/** Knowledge that holds to every rule, to be bent in one place. */
export function sampleSource(more: Partial<Source> = {}): Source {
  return {
    url: "https://example.org/",
    title: "A page",
    locator: "Top",
    kind: "vendor-docs",
    checkedOn: "2026-01-02",
    ...more,
  };
}

export function rangeClaim(role: NetworkRole, ...cidrs: readonly string[]): Claim {
  return { type: "range", role, status: "default", cidrs: cidrs.map(cidrAt) };
}

export function addressClaim(role: NetworkRole, ...addresses: readonly string[]): Claim {
  return { type: "address", role, status: "fixed", addresses: addresses.map(addressAt) };
}

/** `id` is the full one: `product/name`. */
export function sampleFact(id: string, more: Partial<Fact> = {}): Fact {
  return {
    id,
    product: id.slice(0, id.indexOf("/")),
    statement: `What ${id} says.`,
    claim: rangeClaim("pod", "10.8.0.0/16"),
    appliesTo: {},
    sources: [sampleSource()],
    visibility: "public",
    ...more,
  };
}

export function sampleProduct(id: string, more: Partial<Product> = {}): Product {
  return { id, name: id, kind: "cni", aliases: [], buildsOn: [], facts: [sampleFact(`${id}/pods`)], ...more };
}

/** Conditions that ask for nothing. */
export const noConditions: ArticleConditions = {
  topics: [],
  scopes: [],
  roles: [],
  products: [],
  words: [],
  hints: [],
};

export function sampleItem(text = "Something is so.", sources: readonly Source[] = [sampleSource()]): ArticleItem {
  return { text, sources };
}

export function sampleArticle(id: string, more: Partial<Article> = {}): Article {
  return {
    id,
    title: `About ${id}`,
    asks: [],
    when: { ...noConditions, topics: ["documented"] },
    statements: [sampleItem()],
    steps: [],
    checks: [],
    visibility: "public",
    ...more,
  };
}

export const today = "2026-06-01";

/** What rules judge: two products, one built on the other, and an article about one of them. */
export function sampleReview(more: Partial<KnowledgeUnderReview> = {}): KnowledgeUnderReview {
  return {
    products: [sampleProduct("base"), sampleProduct("cloud", { buildsOn: ["base"], aliases: ["the cloud"] })],
    articles: [sampleArticle("an-article", { when: { ...noConditions, topics: ["documented"], products: ["cloud"] } })],
    today,
    ...more,
  };
}
