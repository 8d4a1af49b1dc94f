import type { Address } from "../network/address.ts";
import { blockOfOne, type Cidr } from "../network/cidr.ts";
import { buildPrefixTable, type PrefixTable } from "../network/prefix-table.ts";
import type { Registry } from "../network/registry.ts";
import type { Article } from "./article.ts";
import type { Fact, RangeStatus } from "./fact.ts";
import { indexKnownWords, type KnownWords } from "./known-words.ts";
import type { NetworkRole } from "./network-role.ts";
import { buildPassages, type Passage } from "./passage.ts";
import type { Product } from "./product.ts";

/** A fact seen from one of its blocks: what the prefix table holds. */
export type RangeFact = { readonly fact: Fact; readonly cidr: Cidr; readonly role: NetworkRole };

/** All that is known, indexed once and never changed. `version` is the manifest's calendar version. */
export type Knowledge = {
  readonly version: string;
  readonly registry: Registry;
  readonly products: ReadonlyMap<string, Product>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly articles: readonly Article[];
  /** Every block that a fact claims; `ranges` finds those that hold an address. */
  readonly blocks: readonly RangeFact[];
  readonly ranges: PrefixTable<RangeFact>;
  readonly passages: readonly Passage[];
  readonly words: KnownWords;
};

export type KnowledgeParts = {
  readonly version: string;
  readonly registry: Registry;
  readonly products: readonly Product[];
  readonly articles: readonly Article[];
};

/** Indexes what was loaded. The parts are taken as checked: ids are unique and references resolve. */
export function buildKnowledge(parts: KnowledgeParts): Knowledge {
  const facts = parts.products.flatMap((product) => product.facts);
  const blocks = facts.flatMap(blocksOf);
  const passages = buildPassages(parts.products, parts.articles);
  return {
    version: parts.version,
    registry: parts.registry,
    products: new Map(parts.products.map((product) => [product.id, product])),
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    articles: parts.articles,
    blocks,
    ranges: buildPrefixTable(blocks.map((value) => ({ cidr: value.cidr, value }))),
    passages,
    words: indexKnownWords(passages, parts.articles),
  };
}

/** Every block a fact claims, a single address as a block of one; none for a behaviour. */
export function blocksOf(fact: Fact): RangeFact[] {
  const { claim } = fact;
  if (claim.type === "range") return claim.cidrs.map((cidr) => ({ fact, cidr, role: claim.role }));
  if (claim.type === "address") {
    return claim.addresses.map((address) => ({ fact, cidr: blockOfOne(address), role: claim.role }));
  }
  return [];
}

/**
 * The facts whose range or address holds `address`, the most specific block first; of one product only, if given. Of several
 * for one block those lead that tell most of an address found there.
 */
export function findFacts(knowledge: Knowledge, address: Address, product?: string): RangeFact[] {
  const found = knowledge.ranges.allMatches(address).map((match) => match.value);
  const own = product === undefined ? found : found.filter((range) => range.fact.product === product);
  return own.toSorted((a, b) => b.cidr.prefixLength - a.cidr.prefixLength || rankOf(a) - rankOf(b));
}

/** What holds unless changed, then what is only kept free, then what is no longer so or never was. */
const statusOrder: Readonly<Record<RangeStatus, number>> = { fixed: 0, default: 0, reserved: 1, former: 2, example: 3 };

/** Smaller for what tells more. A pool that other networks are taken from says little of what an address in it is. */
function rankOf({ fact: { claim }, role }: RangeFact): number {
  if (claim.type === "behaviour") return 0;
  return statusOrder[claim.status] * 2 + (role === "address-pool" ? 1 : 0);
}

/** A product's own facts, then those of the products it builds on, nearest first. */
export function factsInForce(knowledge: Knowledge, productId: string): Fact[] {
  return withFoundations(knowledge, productId).flatMap((product) => product.facts);
}

/** A product and, transitively, what it builds on; each once, nearest first. */
export function withFoundations(knowledge: Knowledge, productId: string): Product[] {
  const found = new Map<string, Product>();
  let level = [productId];
  while (level.length > 0) {
    const products = level.filter((id) => !found.has(id)).flatMap((id) => knowledge.products.get(id) ?? []);
    for (const product of products) found.set(product.id, product);
    level = products.flatMap((product) => product.buildsOn);
  }
  return [...found.values()];
}
