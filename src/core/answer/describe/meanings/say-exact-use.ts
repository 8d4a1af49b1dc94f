import type { Knowledge, RangeFact } from "../../../knowledge/knowledge.ts";
import { roleTraits } from "../../../knowledge/network-role.ts";
import type { Subject } from "../../../question/subject.ts";
import { listWords } from "../list-words.ts";
import { withArticle } from "../with-article.ts";

const MOST_NAMES = 4;

/**
 * What a well-known address is where most products that use this very one use it for the same thing, and the facts that
 * say so; nothing where they differ, or where it only lies in their ranges.
 */
export function sayExactUse(
  { written, kind }: Subject,
  ranges: readonly RangeFact[],
  knowledge: Knowledge,
): { readonly text: string; readonly told: readonly RangeFact[] } | undefined {
  // What loopback addresses are is the same everywhere; that some products name them says nothing.
  const held = ranges.filter(({ fact: { claim } }) => claim.type === "address" && claim.role !== "loopback");
  const [exact = []] = [...Map.groupBy(held, ({ role }) => role).values()].toSorted((a, b) => b.length - a.length);
  const [first] = exact;
  if (kind !== "address" || !first || exact.length < 2 || exact.length * 2 <= held.length) return undefined;
  const clouds = exact.filter(({ fact: { product } }) => knowledge.products.get(product)?.kind === "cloud");
  const told = [...new Set([...clouds, ...exact])].slice(0, MOST_NAMES);
  const names = told.map(({ fact: { product } }) => knowledge.products.get(product)?.name ?? product);
  const others = exact.length > told.length ? ["others"] : [];
  const text = `\`${written}\` is ${withArticle(roleTraits[first.role].noun)} address: of ${listWords([...names, ...others])}.`;
  return { text, told };
}
