import type { Fact } from "../../knowledge/fact.ts";
import { blocksOf, type Knowledge, type RangeFact } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/passage.ts";
import type { Address } from "../../network/address.ts";
import type { PrefixTable } from "../../network/prefix-table.ts";
import { containsPhrase } from "../../question/words.ts";

/** The knowledge as if it had never held these products: their facts, their ranges, and the sentences that speak of them. */
export function withoutProducts(knowledge: Knowledge, ids: ReadonlySet<string>): Knowledge {
  if (ids.size === 0) return knowledge;
  const names = [...ids].flatMap((id) => namesOf(knowledge, id));
  const isLeft = (id: string) => !ids.has(id);
  const facts = new Map([...knowledge.facts].filter(([, { product }]) => isLeft(product)));
  return {
    ...knowledge,
    products: new Map([...knowledge.products].filter(([id]) => isLeft(id))),
    facts,
    ranges: filterTable(knowledge.ranges, facts),
    passages: knowledge.passages.filter((passage) => isLeftOf(passage, isLeft) && !speaksOf(passage, names)),
  };
}

/** A name that is an everyday word too stands in sentences about other things. */
function namesOf(knowledge: Knowledge, id: string): string[] {
  const product = knowledge.products.get(id);
  if (!product) return [];
  return [...(product.ordinaryName ? [] : [id, product.name.toLowerCase()]), ...product.aliases];
}

function isLeftOf(passage: Passage, isLeft: (id: string) => boolean): boolean {
  if (passage.kind === "fact") return isLeft(passage.fact.product);
  const { products } = passage.from.article.when;
  return products.length === 0 || products.some(isLeft);
}

function speaksOf({ text }: Passage, names: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return names.some((name) => containsPhrase(lower, name));
}

/** The same table seen through a sieve: to build it anew would cost more than a whole answer. */
function filterTable(table: PrefixTable<RangeFact>, facts: ReadonlyMap<string, Fact>): PrefixTable<RangeFact> {
  const allMatches = (address: Address) => table.allMatches(address).filter(({ value }) => facts.has(value.fact.id));
  return {
    size: [...facts.values()].reduce((sum, fact) => sum + blocksOf(fact).length, 0),
    allMatches,
    longestMatch: (address) => allMatches(address)[0],
    longestMatchIpv4: (bits) => allMatches({ family: 4, value: BigInt(bits) })[0],
  };
}
