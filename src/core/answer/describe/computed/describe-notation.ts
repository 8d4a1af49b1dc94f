import type { NotationFinding } from "../../../question/entities.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";

/** Whether a notation names no address at all (it leads the answer) or one that wants a word of care. */
export const isInvalid: Readonly<Record<NotationFinding["kind"], boolean>> = {
  "octet-over-255": true,
  "too-many-octets": true,
  "prefix-too-long": true,
  "too-many-groups": true,
  "malformed-ipv6": true,
  "leading-zero": true,
  hexadecimal: true,
  "short-form": true,
  "integer-form": true,
  "reversed-range": true,
  "host-bits-set": false,
  "short-block": false,
  "wildcard-read-as-cidr": false,
  "ipv4-mapped": false,
};

/** A wildcard is how people mask an address; that it was read as a block goes without saying. So does `10/8`, unless refused. */
const unspoken: ReadonlySet<NotationFinding["kind"]> = new Set(["wildcard-read-as-cidr"]);

/** What is wrong or ambiguous in how addresses are written, said rather than silently read one way. */
export function describeNotation({ reading }: Situation): Piece[] {
  return reading.entities.findings
    .filter(({ kind }) => !unspoken.has(kind) && (kind !== "short-block" || refused.test(reading.text)))
    .slice(0, 3)
    .map((finding) => ({
      slot: "detail",
      priority: priorityOf(finding, reading.text),
      text: finding.explanation,
      evidence: [computedEvidence(`notation-${finding.text}`, finding.explanation)],
    }));
}

function priorityOf({ kind, text }: NotationFinding, thread: string): number {
  if (isInvalid[kind] || kind === "short-block") return priorities.invalidNotation;
  return kind === "host-bits-set" && isInterfaceAddress(text, thread)
    ? priorities.relation
    : priorities.ambiguousNotation;
}

/** Something would not take what was written. */
const refused = /\b(?:invalid|not (?:a )?valid|malformed|parse|refuse[sd]?|reject(?:s|ed)?|not accept)/i;

/** `inet 10.0.0.5/24` and `"IPv4Address": "172.18.0.2/16"` name an address together with its network, as tools print it. */
function isInterfaceAddress(written: string, thread: string): boolean {
  const before = thread.slice(0, Math.max(0, thread.indexOf(written))).slice(-24);
  return /(?:\binet6? |\baddr(?:ess)?\W{0,5}|\bip\W{1,4}|\b(?:eth|ens|enp|wg|tun|tailscale|br|docker|cni|veth|utun|bond)[\w-]*\W{1,3})$/i.test(
    before,
  );
}
