import { formatAddress } from "../network/address.ts";
import {
  type Cidr,
  cidrContainsCidr,
  cidrsOverlap,
  firstAddress,
  formatCidr,
  isSameCidr,
  lastAddress,
} from "../network/cidr.ts";
import type { Subject } from "../question/subject.ts";
import { computedEvidence } from "./evidence-of.ts";
import { type Piece, priorities } from "./piece.ts";
import type { Situation } from "./situation.ts";

const MOST_COMPARED = 8;
const MOST_SAID = 3;

/** How the blocks and addresses of a question lie to each other: inside, equal, or apart where overlap is asked about. */
export function describeRelations({ subjects, reading }: Situation): Piece[] {
  const compared = subjects.map(({ subject }) => subject).slice(0, MOST_COMPARED);
  const asksOverlap = reading.topics.some(({ topic }) => topic === "overlap");
  const pairs = compared.flatMap((a, i) => compared.slice(i + 1).map((b): [Subject, Subject] => [a, b]));
  const touching = pairs.flatMap(([a, b]) => sayContainment(a, b) ?? sayContainment(b, a) ?? []);
  const apart = pairs.flatMap(
    ([a, b]) => sayNearMiss(a, b) ?? sayNearMiss(b, a) ?? (asksOverlap ? sayApart(a, b) : []),
  );
  return [...touching, ...apart].slice(0, MOST_SAID).map((text) => ({
    slot: "detail",
    priority: asksOverlap ? priorities.askedRelation : priorities.relation,
    text,
    evidence: [computedEvidence(`relation-${text}`, text)],
  }));
}

function isBlock(subject: Subject): boolean {
  return subject.kind === "block";
}

function name(subject: Subject): string {
  return isBlock(subject) ? formatCidr(subject.block) : `\`${subject.written}\``;
}

function sayContainment(outer: Subject, inner: Subject): string | undefined {
  if (!isBlock(outer) || isSameCidr(outer.block, inner.block) || !cidrContainsCidr(outer.block, inner.block))
    return undefined;
  return `${name(inner)} lies inside ${name(outer)}.`;
}

/** Just outside a block is where people take it to be inside: 130.211.7.1 and 130.211.0.0/22. */
function sayNearMiss(outer: Subject, inner: Subject): string | undefined {
  if (!isBlock(outer) || cidrsOverlap(outer.block, inner.block) || !startAlike(outer.block, inner.block))
    return undefined;
  if (isBlock(inner)) return `${name(outer)} and ${name(inner)} do not overlap: the first is ${sayEnds(outer.block)}.`;
  return `${name(inner)} lies outside ${name(outer)}, which is ${sayEnds(outer.block)}.`;
}

function sayEnds(block: Cidr): string {
  return `${formatAddress(firstAddress(block))} to ${formatAddress(lastAddress(block))}`;
}

/** The same first two octets, or the same first 32 bits of an IPv6 address. */
function startAlike(a: Cidr, b: Cidr): boolean {
  const { family } = a.address;
  const shift = family === 4 ? 16n : 96n;
  return family === b.address.family && a.address.value >> shift === b.address.value >> shift;
}

function sayApart(a: Subject, b: Subject): string[] {
  if (!isBlock(a) || !isBlock(b)) return [];
  if (cidrContainsCidr(a.block, b.block) || cidrContainsCidr(b.block, a.block)) return [];
  return [`${name(a)} and ${name(b)} do not overlap.`];
}
