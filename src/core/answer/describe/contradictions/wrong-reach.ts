import { formatAddress } from "../../../network/address.ts";
import { rangeOf } from "../../../network/address-range.ts";
import type { AddressScope } from "../../../network/address-scope.ts";
import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import type { Registry, RegistryRow } from "../../../network/registry.ts";
import type { Subject } from "../../../question/subject.ts";
import { computedEvidence, evidenceOfRow } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { ClassifiedSubject, Situation } from "../../select/situation.ts";
import { claimedReach } from "./claimed-reach.ts";

/** What an address is that is taken for a public one. Addresses of documentation stand for real ones that were masked. */
const neverPublic: Partial<Readonly<Record<AddressScope, string>>> = {
  "private-use": "private (RFC 1918)",
  "shared-address-space": "shared address space (RFC 6598)",
  "unique-local": "a unique local address (RFC 4193)",
  "link-local": "a link-local address",
  loopback: "a loopback address",
};

/** Without one of these nothing is claimed, and a long paste need not be searched for each of its addresses. */
const reachWords = /\b(?:public|private|internet[- ]routable)/i;

/** Where the thread calls an address public or private and the registry says otherwise. */
export function describeWrongReach({ subjects, candidates, reading, knowledge }: Situation): Piece[] {
  if (!reachWords.test(reading.text)) return [];
  return subjects.flatMap((classified, i) => {
    const claimed = classified.isUniform ? claimedReach(reading.text, classified.subject.written) : undefined;
    if (claimed === undefined) return [];
    // A public block that a product uses inside, as GKE does for Services, is private there for all that matters.
    const isUsedInside = candidates[i]?.[0]?.certainty === "documented";
    const pieces = claimed === "public" ? sayNotPublic(classified) : sayNotPrivate(classified, knowledge.registry);
    return claimed === "private" && isUsedInside ? [] : pieces;
  });
}

function sayNotPublic({ subject, verdict: { scope, decidedBy } }: ClassifiedSubject): Piece[] {
  const instead = neverPublic[scope];
  if (!instead || !decidedBy) return [];
  return [toPiece(subject, `is in ${formatCidr(decidedBy.cidr)}: ${instead}, not public.`, [decidedBy])];
}

/** What is just outside a private block is mistaken most often: then it is said where that starts or ends. */
function sayNotPrivate({ subject, verdict: { scope } }: ClassifiedSubject, { rows }: Registry): Piece[] {
  if (scope !== "global") return [];
  const near = rows.find((row) => row.scope === "private-use" && startsAlike(row.cidr, subject.block));
  if (!near) return [toPiece(subject, "is public, not private.", [])];
  const { first, last } = rangeOf(near.cidr);
  const isBelow = subject.block.address.value < first.value;
  const edge = isBelow ? `starts at ${formatAddress(first)}` : `ends at ${formatAddress(last)}`;
  return [toPiece(subject, `is public, not private: ${formatCidr(near.cidr)} ${edge}.`, [near])];
}

function startsAlike(row: Cidr, block: Cidr): boolean {
  return (
    row.address.family === 4 && block.address.family === 4 && row.address.value >> 24n === block.address.value >> 24n
  );
}

function toPiece({ written, block }: Subject, said: string, rows: readonly RegistryRow[]): Piece {
  const text = `\`${written}\` ${said}`;
  const computed = computedEvidence(`reach-of-${formatCidr(block)}`, text);
  return { slot: "detail", priority: priorities.contradiction, text, evidence: [...rows.map(evidenceOfRow), computed] };
}
