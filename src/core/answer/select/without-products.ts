import type { Fact } from "../../knowledge/fact.ts";
import type { Knowledge, RangeFact } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/passage.ts";
import type { Address } from "../../network/address.ts";
import type { PrefixTable } from "../../network/prefix-table.ts";
import { telling } from "../../question/telling-words.ts";
import { containsPhrase } from "../../question/words.ts";

/** The knowledge as if it had never held these products: their facts, their ranges, and the sentences that speak of them. */
export function withoutProducts(knowledge: Knowledge, ids: ReadonlySet<string>): Knowledge {
  if (ids.size === 0) return knowledge;
  const names = [...ids].flatMap((id) => namesOf(knowledge, id));
  const isLeft = (id: string) => !ids.has(id);
  const speaking = placesSpeakingOf(names, knowledge);
  const facts = new Map([...knowledge.facts].filter(([, { product }]) => isLeft(product)));
  const blocks = knowledge.blocks.filter(({ fact }) => isLeft(fact.product));
  return {
    ...knowledge,
    products: new Map([...knowledge.products].filter(([id]) => isLeft(id))),
    facts,
    blocks,
    ranges: filterTable(knowledge.ranges, facts, blocks.length),
    passages: knowledge.passages.filter((passage) => isLeftOf(passage, isLeft) && !speaking.has(passage.place)),
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

function placesSpeakingOf(names: readonly string[], { passages, words }: Knowledge): ReadonlySet<number> {
  const byPlace = new Map(passages.map((passage) => [passage.place, passage]));
  const ofName = (name: string) => {
    const near = [...telling(name)].map(words.ofPassages.having);
    const [fewest = [...byPlace.keys()]] = near.toSorted((a, b) => a.length - b.length);
    return fewest.filter((place) => containsPhrase(byPlace.get(place)?.text.toLowerCase() ?? "", name));
  };
  return new Set(names.flatMap(ofName));
}

/** The same table seen through a sieve: to build it anew would cost more than a whole answer. */
function filterTable(
  table: PrefixTable<RangeFact>,
  facts: ReadonlyMap<string, Fact>,
  size: number,
): PrefixTable<RangeFact> {
  const allMatches = (address: Address) => table.allMatches(address).filter(({ value }) => facts.has(value.fact.id));
  return {
    size,
    allMatches,
    longestMatch: (address) => allMatches(address)[0],
    longestMatchIpv4: (bits) => allMatches({ family: 4, value: BigInt(bits) })[0],
  };
}
