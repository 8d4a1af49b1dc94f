import type { Knowledge, RangeFact } from "../../../knowledge/knowledge.ts";
import { roleTraits } from "../../../knowledge/network-role.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { holdsSubject, type Subject } from "../../../question/subject.ts";
import { listWords } from "../list-words.ts";
import { withArticle } from "../with-article.ts";

const MOST_NAMES = 5;
const MOST_BLOCKS = 3;
/** A wider block than this holds so much of private space that lying in it says little. */
const WIDEST = 12;
/** RFC 1918's own smaller blocks: whoever takes one of them whole may have any address in it. */
const wholeBlocks: ReadonlySet<string> = new Set(["172.16.0.0/12", "192.168.0.0/16"]);

/** What a private address most often is, and the facts that say so; nothing where no product's default is telling. */
export function sayTypicalUse(
  subject: Subject,
  ranges: readonly RangeFact[],
  knowledge: Knowledge,
): { readonly text: string; readonly told: readonly RangeFact[] } | undefined {
  const typical = ranges.filter((range) => isTelling(range) && holdsSubject(range.cidr, subject));
  const blocks = [...Map.groupBy(typical, ({ cidr, role }) => `${formatCidr(cidr)} ${role}`).values()];
  const [most = [], second = []] = blocks.toSorted((a, b) => b.length - a.length);
  const [first] = most;
  if (!first) return undefined;
  // Where products differ none of them is typical.
  const isClear = most.length > second.length;
  const told = isClear ? most.slice(0, MOST_NAMES) : blocks.flatMap(([one]) => one ?? []).slice(0, MOST_BLOCKS);
  const text = isClear ? sayRange(subject, first, told, knowledge) : sayChoice(subject, told, knowledge);
  return { text, told };
}

function isTelling({ cidr, fact: { claim } }: RangeFact): boolean {
  const isDefault = claim.type === "range" && (claim.status === "default" || claim.status === "fixed");
  return isDefault && cidr.prefixLength >= WIDEST && !wholeBlocks.has(formatCidr(cidr));
}

function sayRange(
  { written }: Subject,
  { cidr, role }: RangeFact,
  ranges: readonly RangeFact[],
  knowledge: Knowledge,
): string {
  const names = ranges.map((range) => nameOf(range, knowledge));
  const block = formatCidr(cidr);
  // What one product does is possible; what several do is typical.
  const is = ranges.length > 1 ? "is typically" : "may be";
  const range = `${withArticle(roleTraits[role].noun)} range`;
  const who = `the default of ${listWords(names)}`;
  return written === block
    ? `\`${written}\` ${is} ${range}: ${who}.`
    : `\`${written}\` ${is} in ${range}: ${block} is ${who}.`;
}

function sayChoice({ written }: Subject, ranges: readonly RangeFact[], knowledge: Knowledge): string {
  const uses = ranges.map((range) => {
    return `${nameOf(range, knowledge)} (${roleTraits[range.role].noun}, ${formatCidr(range.cidr)})`;
  });
  return `Default ranges that hold \`${written}\`: ${listWords(uses)}.`;
}

function nameOf({ fact: { product } }: RangeFact, knowledge: Knowledge): string {
  return knowledge.products.get(product)?.name ?? product;
}
