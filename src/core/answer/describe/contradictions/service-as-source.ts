import { roleTraits } from "../../../knowledge/network-role.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Candidate } from "../../select/candidate.ts";
import { rankCandidates } from "../../select/rank-candidates.ts";
import type { Situation } from "../../select/situation.ts";

/** An answer comes from the address that was called, and errors speak of it: neither makes it a source. */
const isReply =
  /\b(?:repl(?:y|ies|ied)|respon\w+|answer(?:s|ed)?|resolv\w+|nslookup|dig|dns|nameserver|time[ds]? ?out|refused|errors?|unreachable|down)\b/i;

/** Where a single address is said to be a source, and all that is documented of it here is that it is a Service's. */
export function describeServiceAsSource({ subjects, candidates, reading, knowledge }: Situation): Piece[] {
  if (isReply.test(reading.text)) return [];
  return subjects.flatMap(({ subject }, i) => {
    if (subject.direction !== "source" || subject.kind !== "address" || candidates[i]?.[0]?.certainty === "documented")
      return [];
    const { direction: _, ...anyWay } = subject;
    const [best] = rankCandidates(anyWay, knowledge, reading.products);
    return best?.certainty === "documented" && best.range.role === "service"
      ? [toPiece(subject.written, best, nameOf(best))]
      : [];
  });

  function nameOf({ range }: Candidate): string {
    return knowledge.products.get(range.fact.product)?.name ?? range.fact.product;
  }
}

function toPiece(written: string, { range }: Candidate, product: string): Piece {
  const { noun } = roleTraits[range.role];
  const text = `A ${noun} address is never a source; \`${written}\` is in the ${noun} range of ${product}, ${formatCidr(range.cidr)}.`;
  return {
    slot: "detail",
    priority: priorities.contradiction,
    text,
    evidence: [evidenceOfFact(range.fact), computedEvidence(`service-as-source-${written}`, text)],
  };
}
