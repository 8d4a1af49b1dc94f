import { factsInForce, type Knowledge, type RangeFact } from "../../../knowledge/knowledge.ts";
import { extentOf, type Subject } from "../../../question/subject.ts";
import type { Candidate } from "../../select/candidate.ts";

/**
 * The first address of a node's share of the pod range belongs to the node's bridge, where the product says that it has
 * one: 10.42.0.1 on k3s is no pod. The candidate as it is, for every other address.
 */
export function asBridge(subject: Subject, candidate: Candidate, knowledge: Knowledge): Candidate {
  if (subject.kind !== "address" || candidate.range.role !== "pod" || !isFirstOfShare(subject, candidate.range))
    return candidate;
  const bridge = factsInForce(knowledge, candidate.range.fact.product).find(
    ({ claim }) =>
      claim.type === "range" && claim.rule !== undefined && (claim.role === "bridge" || claim.role === "gateway"),
  );
  return bridge ? { ...candidate, range: { ...candidate.range, fact: bridge, role: "bridge" } } : candidate;
}

function isFirstOfShare(subject: Subject, { fact: { claim }, cidr }: RangeFact): boolean {
  const { value, family } = extentOf(subject).first;
  if (claim.type !== "range" || claim.perNode === undefined || family !== cidr.address.family) return false;
  const size = 1n << BigInt((family === 4 ? 32 : 128) - claim.perNode);
  return value % size === 1n;
}
