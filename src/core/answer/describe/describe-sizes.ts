import { formatAddress } from "../../network/address.ts";
import { extentOf } from "../../question/subject.ts";
import { computedEvidence } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

const MOST_SAID = 2;
const asksHowMany =
  /\bhow (?:many|big|large)\b|\b(?:size|number) of\b|\bwhich addresses\b|\b(?:first|last) (?:address|ip)\b|\bwhere does \S+ (?:start|begin|end)\b|\bspans?\b|\bexactly\b/i;

/** How many addresses a block or range has, where that is asked. */
export function describeSizes({ subjects, reading }: Situation): Piece[] {
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
