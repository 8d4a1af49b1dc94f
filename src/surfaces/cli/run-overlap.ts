import { toOverlapRecord } from "../../contract/overlap-record.ts";
import type { Knowledge } from "../../core/knowledge/knowledge.ts";
import { knownRangesOf } from "../../core/knowledge/known-ranges.ts";
import { type Cidr, formatCidr, parseCidr } from "../../core/network/cidr.ts";
import { findOverlaps, type Overlap } from "../../core/network/overlap.ts";
import { type BlockSuggestion, suggestBlock } from "../../core/network/suggest-block.ts";
import { ExplainIpError } from "../../errors.ts";
import type { CommandIo } from "./command-io.ts";

/** The size of the block that is suggested: room for a usual cluster. */
const SUGGESTED_LENGTH = 16;

/** `explain-ip overlap`: what collides among the given blocks and with what products use by themselves. */
export async function runOverlap(
  texts: readonly string[],
  json: boolean,
  io: CommandIo,
  knowledge: Knowledge,
): Promise<void> {
  const given = texts.map(readBlock);
  for (const { cidr, text, hostBitsSet } of given) {
    if (hostBitsSet) io.complain(`${text} has host bits set; it means ${formatCidr(cidr)}.`);
  }
  const cidrs = given.map(({ cidr }) => cidr);
  const known = [...knowledge.facts.values()].flatMap(knownRangesOf);
  const overlaps = findOverlaps(cidrs, known);
  const suggestion = suggestBlock(cidrs, known, SUGGESTED_LENGTH);
  if (json) return io.print(JSON.stringify(toOverlapRecord(overlaps, suggestion), null, 2));
  if (overlaps.length === 0) await io.print("No overlap, neither among these nor with the ranges of known products.");
  for (const overlap of overlaps) await io.print(sayOverlap(overlap));
  if (overlaps.length > 0 && suggestion) await io.print(saySuggestion(suggestion));
}

function readBlock(text: string): { cidr: Cidr; text: string; hostBitsSet: boolean } {
  const parsed = parseCidr(text);
  if (parsed) return { ...parsed, text };
  throw new ExplainIpError("bad-input", `"${text}" is not a CIDR.`, "Write it as in 10.0.0.0/16 or fd00:1::/48.");
}

function saySuggestion({ cidr, inside }: BlockSuggestion): string {
  const wide = inside.map((known) => `${formatCidr(known.cidr)} (${known.factId})`).join(", ");
  const caveat =
    inside.length > 0 ? `, only inside the wide defaults ${wide}: no matter where you do not use those` : "";
  return `Free of the others: ${formatCidr(cidr)}${caveat}.`;
}

function sayOverlap({ cidr, kind, other, known, consequence }: Overlap): string {
  const relation = { equal: "is the same as", contains: "contains", inside: "lies inside" }[kind];
  const whose = known ? ` (${known.role} of ${known.product}, ${known.factId})` : "";
  return `${formatCidr(cidr)} ${relation} ${formatCidr(other)}${whose}. ${consequence}`;
}
