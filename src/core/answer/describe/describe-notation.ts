import type { NotationFinding } from "../../question/entities.ts";
import { computedEvidence } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** Whether a notation names no address at all (it leads the answer) or one that wants a word of care. */
export const isInvalid: Readonly<Record<NotationFinding["kind"], boolean>> = {
  "octet-over-255": true,
  "prefix-too-long": true,
  "too-many-groups": true,
  "malformed-ipv6": true,
  "leading-zero": true,
  hexadecimal: true,
  "short-form": true,
  "integer-form": true,
  "reversed-range": true,
  "host-bits-set": false,
  "wildcard-read-as-cidr": false,
  "ipv4-mapped": false,
};

/** A wildcard is how people mask an address; that it was read as a block goes without saying. */
const unspoken: ReadonlySet<NotationFinding["kind"]> = new Set(["wildcard-read-as-cidr"]);

/** What is wrong or ambiguous in how addresses are written, said rather than silently read one way. */
export function describeNotation({ reading }: Situation): Piece[] {
  return reading.entities.findings
    .filter((finding) => !unspoken.has(finding.kind))
    .slice(0, 3)
    .map((finding) => ({
      slot: "detail",
      priority: isInvalid[finding.kind] ? priorities.invalidNotation : priorities.ambiguousNotation,
      text: finding.explanation,
      evidence: [computedEvidence(`notation-${finding.text}`, finding.explanation)],
    }));
}
