import { decodeHostname } from "./decode-hostname.ts";
import { findHostEvidence, type HostEvidence, refuseApiGroup, refuseHostPlace } from "./host-evidence.ts";
import { judgeSuffix } from "./judge-suffix.ts";
import { readPort } from "./read-port.ts";
import type { Reading } from "./reading.ts";

const LONGEST_NAME = 253;
/** RFC 1123 labels, U-labels of IDNA, and the leading underscore that DNS gives to services (RFC 8552). */
const labelPattern = /^_?[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const underscoredLabel = /^[\w-]{1,63}$/;

const evidenceReasons: Readonly<Record<Exclude<HostEvidence, undefined>, string>> = {
  url: "the host of a URL",
  port: "a name with a port",
  word: "a word about host names stands beside it",
};

/** Reads the dotted word `[start, end)` as a host name. False when it has not the form of one; otherwise it is taken or refused here. */
export function readHostname(reading: Reading, start: number, end: number): boolean {
  const { text, notes } = reading;
  if (end - start > LONGEST_NAME) return refuse(reading, start, end, "longer than the 253 characters of a host name");
  const written = text.slice(start, end);
  const labels = (written.startsWith("*.") ? written.slice(2) : written).split(".");
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? "")) return false;
  const place = refuseHostPlace(text, start, end);
  if (place !== undefined) return refuse(reading, start, end, place);
  const verdict = judgeSuffix(labels);
  const evidence = findHostEvidence(text, start, end);
  if (!hasRightLabels(labels, evidence)) return refuse(reading, start, end, "labels that no host name has");
  if (verdict.kind !== "sure" && !outweighs(evidence, verdict.kind, labels))
    return refuse(reading, start, end, verdict.reason);
  const name = written.toLowerCase();
  const api = evidence === "url" ? undefined : refuseApiGroup(text, start, end, name);
  if (api !== undefined) return refuse(reading, start, end, api);
  if (text.charAt(end) === "(" && evidence !== "url" && !/^\(\d/.test(text.slice(end, end + 2)))
    return refuse(reading, start, end, "the call of a function");
  readPort(reading, end);
  const encodes = decodeHostname(name);
  const reason = verdict.kind === "sure" ? verdict.reason : evidenceReasons[evidence ?? "word"];
  notes.add({ kind: "hostname", start, end, value: encodes === undefined ? { name } : { name, encodes }, reason });
  return true;
}

function refuse({ notes }: Reading, start: number, end: number, reason: string): boolean {
  notes.reject(start, end, reason);
  return true;
}

/** A URL makes any name a host; a port or a word only one that a zone could have, and no word turns a file into one. */
function outweighs(evidence: HostEvidence, kind: "needsEvidence" | "refused", labels: readonly string[]): boolean {
  if (evidence === "url") return true;
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
