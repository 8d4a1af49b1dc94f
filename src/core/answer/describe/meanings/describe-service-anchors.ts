import type { Knowledge, RangeFact } from "../../../knowledge/knowledge.ts";
import { firstAddress, formatCidr, isSameCidr } from "../../../network/cidr.ts";
import { speaksOfCluster } from "../../../question/speaks-of-cluster.ts";
import type { Subject } from "../../../question/subject.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

const MOST_SUBJECTS = 4;
const MOST_NAMES = 3;

/** Where in a Service range Kubernetes puts what every cluster has, and the fact that says so. */
const anchors = [
  { offset: 1n, place: "first", holder: "the Service `kubernetes`, so the API server", fact: "kubernetes/api-service" },
  { offset: 10n, place: "tenth", holder: "mostly the cluster's DNS", fact: "kubernetes/dns-service" },
] as const;

type Anchor = (typeof anchors)[number];

/**
 * What answers at the first and at the tenth address of somebody's default Service range, where a cluster is spoken of:
 * logs name these addresses and not what is behind them.
 */
export function describeServiceAnchors({ subjects, reading, knowledge }: Situation): Piece[] {
  if (!speaksOfCluster(reading)) return [];
  return subjects.slice(0, MOST_SUBJECTS).flatMap(({ subject }) =>
    anchors.flatMap((anchor) => {
      const ranges = rangesAnchoredAt(subject, anchor, knowledge);
      return ranges.length > 0 ? sayAnchor(subject, anchor, ranges, knowledge) : [];
    }),
  );
}

/** The default Service ranges that have the subject in this place; the widest block of those that start alike. */
function rangesAnchoredAt({ kind, block }: Subject, { offset }: Anchor, { blocks }: Knowledge): RangeFact[] {
  if (kind !== "address") return [];
  const found = blocks.filter(({ cidr, role, fact: { claim } }) => {
    const isDefault = claim.type === "range" && claim.status === "default" && role === "service";
    const isHere = cidr.address.family === 4 && block.address.value - firstAddress(cidr).value === offset;
    return isDefault && isHere && block.address.family === 4;
  });
  const [first] = found.toSorted((a, b) => a.cidr.prefixLength - b.cidr.prefixLength);
  return found.filter(({ cidr }) => first !== undefined && isSameCidr(cidr, first.cidr));
}

function sayAnchor(
  { written }: Subject,
  { place, holder, fact }: Anchor,
  ranges: readonly RangeFact[],
  { products, facts }: Knowledge,
): Piece[] {
  const [first] = ranges;
  const rule = facts.get(fact);
  if (first === undefined || rule === undefined) return [];
  const names = ranges.map(({ fact: { product } }) => products.get(product)?.name ?? product);
  const owners = listWords([...new Set(names)].slice(0, MOST_NAMES));
  const text = `\`${written}\` is the ${place} address of ${formatCidr(first.cidr)}, a default Service range (${owners}): ${holder}.`;
  const evidence = [computedEvidence(`anchor-${written}`, text), evidenceOfFact(rule), evidenceOfFact(first.fact)];
  return [{ slot: "detail", priority: priorities.serviceAnchor, text, evidence }];
}
