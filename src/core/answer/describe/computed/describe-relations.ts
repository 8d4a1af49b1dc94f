import { formatAddress } from "../../../network/address.ts";
import { rangesOverlap } from "../../../network/address-range.ts";
import { type Cidr, firstAddress, formatCidr, isSameCidr, lastAddress } from "../../../network/cidr.ts";
import { extentOf, holdsSubject, type Subject } from "../../../question/subject.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

const MOST_COMPARED = 8;
const MOST_SAID = 3;

/** How the blocks and addresses of a question lie to each other: inside, equal, or apart where overlap is asked about. */
export function describeRelations({ subjects, reading }: Situation): Piece[] {
  const compared = subjects.map(({ subject }) => subject).slice(0, MOST_COMPARED);
  const asksOverlap = reading.topics.some(({ topic }) => topic === "overlap") || asksContainment(reading.text);
  const pairs = compared.flatMap((a, i) => compared.slice(i + 1).map((b): [Subject, Subject] => [a, b]));
  const touching = pairs.flatMap(([a, b]) => sayContainment(a, b) ?? sayContainment(b, a) ?? []);
  const apart =
    asksOverlap && areAllApart(compared)
      ? sayAllApart(compared)
      : pairs.flatMap(([a, b]) => sayNearMiss(a, b) ?? sayNearMiss(b, a) ?? (asksOverlap ? sayApart(a, b) : []));
  const asksNames = reading.topics.some(({ topic }) => topic === "name-resolution");
  // What cannot be reached may lie in a block that something else has taken.
  const unasked = reading.topics.some(({ topic }) => topic === "connectivity")
    ? priorities.relationOfUnreachable
    : priorities.relation;
  const asked = isOnlyAboutBlocks(compared) ? priorities.relationOfTwo : priorities.askedRelation;
  return [...touching, ...apart].slice(0, MOST_SAID).map((text) => ({
    slot: "detail",
    priority: asksOverlap || (asksNames && text.endsWith(asTenth)) ? asked : unasked,
    text,
    evidence: [computedEvidence(`relation-${text}`, text)],
  }));
}

/** "Do A and B overlap?": that they do or do not is the answer, before all that there is to say of overlaps. */
function isOnlyAboutBlocks(subjects: readonly Subject[]): boolean {
  return subjects.length === 2 && subjects.every(({ written }) => written.includes("/"));
}

/** Whether a text asks what lies in what. */
export function asksContainment(text: string): boolean {
  return containmentWords.test(text) || isIn.test(text);
}

const containmentWords =
  /\b(?:inside|outside|contains?|covers?|within|part of|belongs? to|in the (?:same )?(?:range|subnet|block))\b/i;

/** "is 10.1.2.3 in 10.0.0.0/15?" */
const isIn =
  /\bis [`"']?[\da-f][\d.:a-f/x*]{4,}[`"']? (?:really |also |still )?in (?:the )?(?:[a-z]+ ){0,3}[`"']?[\da-f][\d.:a-f]{2,}/i;

function isBlock(subject: Subject): boolean {
  return subject.kind === "block";
}

/** A block by its canonical notation, anything else as it was written. */
function name(subject: Subject): string {
  return isBlock(subject) && subject.written.includes("/") ? formatCidr(subject.block) : `\`${subject.written}\``;
}

/** `10.x` masks an address rather than naming a block, and everything lies inside 0.0.0.0/0. */
function isTelling(outer: Subject): boolean {
  return isBlock(outer) && outer.written.includes("/") && outer.block.prefixLength > 0;
}

function sayContainment(outer: Subject, inner: Subject): string | undefined {
  if (!isTelling(outer) || isSameCidr(outer.block, inner.block) || !holdsSubject(outer.block, inner)) return undefined;
  return (
    sayEdge(outer, inner) ??
    `${name(inner)}${sayUnevenEnds(inner)} lies inside ${name(outer)}${isTenth(outer, inner) ? asTenth : "."}`
  );
}

/** The first and the last address of an IPv4 network are no host's (RFC 1122, section 3.2.1.3), unless it is a /31 or /32. */
function sayEdge({ block }: Subject, inner: Subject): string | undefined {
  if (inner.kind !== "address" || block.address.family !== 4 || block.prefixLength > 30) return undefined;
  const { value } = inner.block.address;
  const next = (step: bigint) => formatAddress({ ...inner.block.address, value: value + step });
  if (value === firstAddress(block).value)
    return `\`${inner.written}\` is the network address of ${formatCidr(block)}: its hosts begin at ${next(1n)}.`;
  if (value === lastAddress(block).value)
    return `\`${inner.written}\` is the broadcast address of ${formatCidr(block)}: its hosts end at ${next(-1n)}.`;
  return undefined;
}

/** Where a cluster's DNS mostly is in the range of the Services. */
const asTenth = ", as its tenth address.";

function isTenth({ block }: Subject, inner: Subject): boolean {
  return inner.kind === "address" && inner.block.address.value - firstAddress(block).value === 10n;
}

/** Just outside a block is where people take it to be inside: 130.211.7.1 and 130.211.0.0/22. */
function sayNearMiss(outer: Subject, inner: Subject): string | undefined {
  if (!isTelling(outer) || outer.block.prefixLength > inner.block.prefixLength) return undefined;
  if (touches(outer, inner) || !startAlike(outer.block, inner.block)) return undefined;
  const ends = sayEnds(outer.block);
  if (inner.written.includes("/")) return `${name(outer)} and ${name(inner)} do not overlap: the first is ${ends}.`;
  return `${name(inner)} lies outside ${name(outer)}, which is ${ends}.`;
}

/** Three blocks or more without a touch are told in one sentence rather than in pairs. */
function areAllApart(subjects: readonly Subject[]): boolean {
  const pairs = subjects.flatMap((a, i) => subjects.slice(i + 1).map((b): [Subject, Subject] => [a, b]));
  return pairs.length > 1 && subjects.every(isBlock) && pairs.every(([a, b]) => !touches(a, b));
}

function sayAllApart(subjects: readonly Subject[]): string[] {
  return [`None of ${listWords(subjects.map(name))} overlap.`];
}

function sayEnds(block: Cidr): string {
  return `${formatAddress(firstAddress(block))} to ${formatAddress(lastAddress(block))}`;
}

/** Where the prefix ends between two dots, nobody sees how far a block reaches. */
function sayUnevenEnds({ block, written }: Subject): string {
  const isUneven = block.address.family === 4 && block.prefixLength % 8 !== 0 && written.includes("/");
  return isUneven ? ` (${sayEnds(block)})` : "";
}

/** The same first two octets, or the same first 32 bits of an IPv6 address. */
function startAlike(a: Cidr, b: Cidr): boolean {
  const { family } = a.address;
  const shift = family === 4 ? 16n : 96n;
  return family === b.address.family && a.address.value >> shift === b.address.value >> shift;
}

function touches(a: Subject, b: Subject): boolean {
  return rangesOverlap(extentOf(a), extentOf(b));
}

function sayApart(a: Subject, b: Subject): string[] {
  if (touches(a, b) || (!isBlock(a) && !isBlock(b))) return [];
  if (isBlock(a) && isBlock(b))
    return [`${name(a)}${sayUnevenEnds(a)} and ${name(b)}${sayUnevenEnds(b)} do not overlap.`];
  const [outer, inner] = isBlock(a) ? [a, b] : [b, a];
  return [`${name(inner)} lies outside ${name(outer)}, which is ${sayEnds(outer.block)}.`];
}
