import type { Evidence } from "../evidence/evidence.ts";
import { formatAddress } from "../network/address.ts";
import { formatRange, rangeOf } from "../network/address-range.ts";
import { addressScopes } from "../network/address-scope.ts";
import { formatCidr } from "../network/cidr.ts";
import { computedEvidence, evidenceOfRow } from "./evidence-of.ts";
import { listWords } from "./list-words.ts";
import { type Piece, priorities } from "./piece.ts";
import type { ClassifiedSubject, Situation } from "./situation.ts";

/** What kind of address each subject is, in the registry's terms and in plain ones; alike subjects in one sentence. */
export function describeScopes({ subjects, reading }: Situation): Piece[] {
  const invalid = new Set(reading.entities.findings.map((finding) => finding.text));
  const groups = Map.groupBy(
    subjects.filter(({ subject }) => !invalid.has(subject.written)),
    verdictKey,
  );
  return [...groups.values()].map((alike, i) => describeAlike(alike, priorities.scope + Math.min(i, 4)));
}

function verdictKey({ verdict, isUniform, subject }: ClassifiedSubject): string {
  const row = verdict.decidedBy ? formatCidr(verdict.decidedBy.cidr) : verdict.scope;
  return isUniform ? row : `${row} ${formatCidr(subject.block)}`;
}

function describeAlike(alike: readonly ClassifiedSubject[], priority: number): Piece {
  const [first] = alike;
  if (first === undefined) throw new Error("unreachable: a group has members");
  const names = listWords(alike.map(({ subject }) => `\`${subject.written}\``).slice(0, 4));
  const text = `${names} ${alike.length > 1 ? "are" : "is"} ${sayVerdict(first)}.`;
  return { slot: "detail", priority, text, evidence: evidenceFor(first, text) };
}

function sayVerdict({ verdict, isUniform, subject }: ClassifiedSubject): string {
  const { decidedBy } = verdict;
  const { phrase } = addressScopes[verdict.scope];
  if (!isUniform) {
    const part = decidedBy ? `only partly in ${formatCidr(decidedBy.cidr)} (${decidedBy.name})` : "partly public";
    return `${part}: it runs over ${formatRange(rangeOf(subject.block)).replace("-", " to ")}, other blocks included`;
  }
  const where = decidedBy ? `in ${formatCidr(decidedBy.cidr)}: ${phrase}` : phrase;
  return verdict.embeds ? `${where}; it carries ${formatAddress(verdict.embeds.address)}` : where;
}

function evidenceFor({ verdict }: ClassifiedSubject, text: string): Evidence[] {
  const computed = computedEvidence(`scope-of-${formatAddress(verdict.address)}`, text);
  return verdict.decidedBy ? [evidenceOfRow(verdict.decidedBy), computed] : [computed];
}
