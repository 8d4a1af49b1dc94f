import { formatAddress } from "../../../network/address.ts";
import { rangeToCidrs } from "../../../network/address-range.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { extentOf } from "../../../question/subject.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

const MOST_SAID = 2;
const asksHowMany =
  /\bhow (?:many|big|large)\b|\b(?:size|number) of\b|\bwhich addresses\b|\b(?:first|last) (?:address|ip)\b|\bwhere does \S+ (?:start|begin|end)\b|\bspans?\b|\bexactly\b/i;

const asksForBlocks = /\bcidrs?\b|\bblocks?\b|\bprefix(?:es)?\b|\bslash\b/i;
/** More blocks than this are no answer to read. */
const MOST_BLOCKS = 10;

/** How many addresses a block or range has, where that is asked, and which blocks a range comes to. */
export function describeSizes(situation: Situation): Piece[] {
  return [...describeCounts(situation), ...describeBlocks(situation)];
}

function describeBlocks({ subjects, reading }: Situation): Piece[] {
  if (!asksForBlocks.test(reading.text)) return [];
  const ranges = subjects.flatMap(({ subject }) => (subject.range ? { ...subject, range: subject.range } : []));
  return ranges.slice(0, MOST_SAID).flatMap(({ written, range }): Piece[] => {
    const blocks = rangeToCidrs(range).map(formatCidr);
    if (blocks.length > MOST_BLOCKS) return [];
    const text = `\`${written}\` is exactly ${listWords(blocks)}.`;
    const evidence = [computedEvidence(`blocks-of-${written}`, text)];
    return [{ slot: "detail", priority: priorities.askedRelation, text, evidence }];
  });
}

function describeCounts({ subjects, reading }: Situation): Piece[] {
  if (!asksHowMany.test(reading.text)) return [];
  const wide = subjects.map(({ subject }) => subject).filter(({ kind }) => kind !== "address");
  return wide.slice(0, MOST_SAID).map((subject) => {
    const { first, last } = extentOf(subject);
    const count = (last.value - first.value + 1n).toLocaleString("en-US");
    const text = `\`${subject.written}\` has ${count} addresses, ${formatAddress(first)} to ${formatAddress(last)}.`;
    return {
      slot: "detail",
      priority: priorities.askedRelation,
      text,
      evidence: [computedEvidence(`size-${subject.written}`, text)],
    };
  });
}
