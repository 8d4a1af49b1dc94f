import { formatCidr } from "../../../network/cidr.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";

/** What to put on an allowlist, where the thread asks for it and the pod range is documented. */
export function describeAllowlist({ reading, facts, candidates }: Situation): Piece[] {
  if (!reading.topics.some(({ topic }) => topic === "allow-inbound")) return [];
  const documented = candidates.flat().filter((candidate) => candidate.certainty === "documented");
  const known = [...documented.map(({ range }) => range.fact), ...facts];
  const pods = known.find(({ claim }) => claim.type === "range" && claim.role === "pod" && claim.status === "default");
  if (pods?.claim.type !== "range" || pods.claim.cidrs.length === 0) return [];
  const cidrs = pods.claim.cidrs.map(formatCidr).join(", ");
  const text = `To admit the cluster's pods by address, allow ${cidrs}, once you have checked that this cluster uses the default.`;
  const evidence = [evidenceOfFact(pods), computedEvidence(`allow-${cidrs}`, text)];
  return [{ slot: "step", priority: priorities.allowlist, text, evidence }];
}
