import { factsInForce } from "../../knowledge/knowledge.ts";
import { knownRangesOf } from "../../knowledge/known-ranges.ts";
import { rangeToCidrs } from "../../network/address-range.ts";
import type { Cidr } from "../../network/cidr.ts";
import { findOverlaps, type KnownRange } from "../../network/overlap.ts";
import { extentOf } from "../../question/subject.ts";
import type { Topic } from "../../question/topic.ts";
import type { Situation } from "../select/situation.ts";

/** The blocks the thread names, and those the products it names use by themselves. */
export type TakenRanges = { readonly given: readonly Cidr[]; readonly known: readonly KnownRange[] };

const aboutRanges: ReadonlySet<Topic> = new Set(["overlap", "change-range"]);
const wish =
  /\b(?:how|what (?:do|should|must|to|can|else)|which|need|want|should|can (?:i|we|you|it|this|that|they)|would like|trying|please|ok to|okay to|instead|change|move|avoid|pick|choose)\b/i;

const change = /\b(?:chang|mov|avoid|instead|other|different|pick|choos)/i;

/** Whether somebody wants another range than the one there is. */
export function wantsOtherRange({ reading, subjects }: Situation): boolean {
  if (!wish.test(reading.text)) return false;
  if (reading.topics.some(({ topic }) => aboutRanges.has(topic))) return true;
  const blocks = subjects.flatMap(({ subject }) => (subject.kind === "block" ? subject.block : []));
  return change.test(reading.text) && findOverlaps(blocks, []).length > 0;
}

/** All that a new range has to keep clear of: also what is about to be given up, and an organisation's own networks. */
export function takenRanges({ reading, subjects, knowledge }: Situation): TakenRanges {
  const own = [...knowledge.facts.values()].filter(({ visibility }) => visibility === "private");
  const facts = new Set([...reading.products.flatMap(({ product }) => factsInForce(knowledge, product)), ...own]);
  return {
    given: subjects.flatMap(({ subject }) => rangeToCidrs(extentOf(subject))),
    // A pool as wide as 10.0.0.0/8 is used in small parts: keeping clear of all of it would leave nothing.
    known: [...facts].flatMap(knownRangesOf).filter(({ cidr }) => cidr.prefixLength > 8),
  };
}
