import { decodeHostname } from "./decode-hostname.ts";
import {
  findHostEvidence,
  type HostEvidence,
  isUrlHost,
  lookupWords,
  refuseApiGroup,
  refuseHostPlace,
} from "./host-evidence.ts";
import { judgeSuffix, type SuffixVerdict } from "./judge-suffix.ts";
import { wordBefore } from "./look-around.ts";
import { readPort } from "./read-port.ts";
import type { Reading } from "./reading.ts";

const LONGEST_NAME = 253;
/** RFC 1123 labels, U-labels of IDNA, and the leading underscore that DNS gives to services (RFC 8552). */
const labelPattern = /^_?[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const underscoredLabel = /^[\w-]{1,63}$/;

const evidenceReasons: Readonly<Record<Exclude<HostEvidence, undefined>, string>> = {
  url: "the host of a URL",
  port: "a name with a port",
  lookup: "the name that was looked up",
  word: "a word about host names stands beside it",
};

/** What a dotted word is: a host name, none for a reason, or not of the form of one at all. */
export type HostnameVerdict =
  | { readonly kind: "hostname"; readonly name: string; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "otherForm" };

const refused = (reason: string): HostnameVerdict => ({ kind: "refused", reason });

/** Judges the dotted word `[start, end)` by its labels, its suffix and what stands beside it; notes nothing. */
export function judgeHostname(text: string, start: number, end: number): HostnameVerdict {
  if (end - start > LONGEST_NAME) return refused("longer than the 253 characters of a host name");
  const written = text.slice(start, end);
  const labels = (written.startsWith("*.") ? written.slice(2) : written).split(".");
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? "")) return { kind: "otherForm" };
  const place = refuseHostPlace(text, start, end);
  if (place !== undefined) return refused(place);
  const suffix = judgeSuffix(labels);
  const evidence = findEvidenceFor(suffix.kind, text, start, end);
  if (suffix.kind !== "sure" && !outweighs(evidence, suffix.kind, labels)) return refused(suffix.reason);
  if (!hasRightLabels(labels, evidence)) return refused("labels that no host name has");
  const name = written.toLowerCase();
  const other = evidence === "url" ? undefined : refuseOtherUse(text, start, end, name);
  if (other !== undefined) return refused(other);
  return {
    kind: "hostname",
    name,
    reason: suffix.kind === "sure" ? suffix.reason : evidenceReasons[evidence ?? "word"],
  };
}

/** Takes the dotted word `[start, end)` if it is a host name, and says whether it did; a refusal is not noted. */
export function takeHostname(reading: Reading, start: number, end: number): boolean {
  const verdict = judgeHostname(reading.text, start, end);
  if (verdict.kind === "hostname") noteHostname(reading, start, end, verdict);
  return verdict.kind === "hostname";
}

/** Notes a host name with its port and with the address it spells out. */
export function noteHostname(
  reading: Reading,
  start: number,
  end: number,
  { name, reason }: { readonly name: string; readonly reason: string },
): void {
  readPort(reading, end);
  const encodes = decodeHostname(name);
  reading.notes.add({
    kind: "hostname",
    start,
    end,
    value: encodes === undefined ? { name } : { name, encodes },
    reason,
  });
}

function refuseOtherUse(text: string, start: number, end: number, name: string): string | undefined {
  if (text.charAt(end) === "(" && !/^\(\d/.test(text.slice(end, end + 2))) return "the call of a function";
  return refuseApiGroup(text, start, end, name);
}

/** Words and ports beside a name matter only where its suffix leaves a doubt; they are what costs time to look at. */
function findEvidenceFor(kind: SuffixVerdict["kind"], text: string, start: number, end: number): HostEvidence {
  if (kind === "needsEvidence") return findHostEvidence(text, start, end);
  if (isUrlHost(text, start)) return "url";
  return kind === "refused" && lookupWords.has(wordBefore(text, start).word) ? "lookup" : undefined;
}

/** A URL or a look-up makes any name a host; a port or a word only one that a zone could have, and no word turns a file into one. */
function outweighs(evidence: HostEvidence, kind: SuffixVerdict["kind"], labels: readonly string[]): boolean {
  if (evidence === "url" || (evidence === "lookup" && labels.every((label) => !/\p{Lu}/u.test(label)))) return true;
  if (kind === "refused" || evidence === undefined) return false;
  if (labels.some((label) => /\p{Lu}/u.test(label) && /\p{Ll}/u.test(label))) return false;
  return evidence === "word" || labels.length > 2;
}

function hasRightLabels(labels: readonly string[], evidence: HostEvidence): boolean {
  return labels.every(
    (label) =>
      (labelPattern.test(label) && !mixesAlphabets(label)) || (evidence === "url" && underscoredLabel.test(label)),
  );
}

/** Latin beside Greek or Cyrillic in one label is a forgery (UTS 39), and cutting it up would name a third host. */
const mixesAlphabets = (label: string): boolean =>
  /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label);
