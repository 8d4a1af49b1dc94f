import type { Article } from "./article.ts";
import type { Fact } from "./fact.ts";
import type { Product } from "./product.ts";
import type { SourceKind } from "./source.ts";

/** What there is and what it rests on. Shares are between 0 and 1; ages are days. */
export type KnowledgeCounts = {
  readonly products: number;
  readonly facts: number;
  readonly articles: number;
  readonly factsByClaim: Readonly<Record<Fact["claim"]["type"], number>>;
  /** Each fact counts once for each kind of source it has. */
  readonly factsBySourceKind: Readonly<Record<SourceKind, number>>;
  readonly factsWithoutSource: number;
  /** Of the facts that claim a range: how many rest on source code or an API definition. */
  readonly rangesFromCode: number;
  readonly medianAgeDays: number;
  /** How many products have how many facts. */
  readonly productsByDepth: Readonly<Record<Depth, number>>;
};

type Depth = "1-2" | "3-5" | "6-10" | "11 or more";

/** Counts knowledge; `today` is YYYY-MM-DD. A fact is as old as its newest reading. */
export function countKnowledge(
  { products, articles }: { readonly products: readonly Product[]; readonly articles: readonly Article[] },
  today: string,
): KnowledgeCounts {
  const facts = products.flatMap((product) => product.facts);
  const ranges = facts.filter(({ claim }) => claim.type === "range");
  return {
    products: products.length,
    facts: facts.length,
    articles: articles.length,
    factsByClaim: tally(
      { range: 0, address: 0, behaviour: 0 },
      facts.map(({ claim }) => claim.type),
    ),
    factsBySourceKind: tally({ code: 0, "vendor-docs": 0, standard: 0, observed: 0 }, facts.flatMap(sourceKinds)),
    factsWithoutSource: facts.filter(({ sources }) => sources.length === 0).length,
    rangesFromCode: ranges.length === 0 ? 0 : ranges.filter(isFromCode).length / ranges.length,
    medianAgeDays: median(facts.flatMap((fact) => ageInDays(fact, today))),
    productsByDepth: tally({ "1-2": 0, "3-5": 0, "6-10": 0, "11 or more": 0 }, products.map(depthOf)),
  };
}

function tally<K extends string>(empty: Readonly<Record<K, number>>, words: readonly K[]): Record<K, number> {
  const counts: Record<K, number> = { ...empty };
  for (const word of words) counts[word]++;
  return counts;
}

function sourceKinds({ sources }: Fact): SourceKind[] {
  return [...new Set(sources.map(({ kind }) => kind))];
}

function isFromCode({ sources }: Fact): boolean {
  return sources.some(({ kind }) => kind === "code");
}

function ageInDays({ sources }: Fact, today: string): number[] {
  const newest = sources
    .map(({ checkedOn }) => checkedOn)
    .toSorted()
    .at(-1);
  return newest === undefined ? [] : [Math.round((Date.parse(today) - Date.parse(newest)) / 86_400_000)];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function depthOf({ facts }: Product): Depth {
  if (facts.length <= 2) return "1-2";
  if (facts.length <= 5) return "3-5";
  return facts.length <= 10 ? "6-10" : "11 or more";
}
