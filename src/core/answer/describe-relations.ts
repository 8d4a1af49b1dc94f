import { cidrContainsCidr, formatCidr, isSameCidr } from "../network/cidr.ts";
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
  const apart = asksOverlap ? pairs.filter(([a, b]) => isBlock(a) && isBlock(b)).flatMap(sayApart) : [];
  return [...touching, ...apart].slice(0, MOST_SAID).map((text) => ({
    slot: "detail",
    priority: priorities.relation,
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

function sayApart([a, b]: [Subject, Subject]): string[] {
  if (cidrContainsCidr(a.block, b.block) || cidrContainsCidr(b.block, a.block)) return [];
  return [`${name(a)} and ${name(b)} do not overlap.`];
}
