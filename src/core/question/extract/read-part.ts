import { DASH, DOT, holds, isDigit, isSpace, STAR, UNDERSCORE } from "./character-classes.ts";
import { judgeHostname, noteHostname } from "./read-hostname.ts";
import { readNumberFirst } from "./read-number-first.ts";
import { readQuadInName } from "./read-quad-in-name.ts";
import { readSingleLabel } from "./read-single-label.ts";
import { readSuffix } from "./read-suffix.ts";
import { readWildcard } from "./read-wildcard.ts";
import type { Reading } from "./reading.ts";

/**
 * Reads the part of a word between colons and double dots. Emphasis and other marks at its ends are not part of a name, apart
 * from the star of a wildcard. Returns where the scan goes on.
 */
export function readPart(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let first = start;
  let last = end;
  while (first < last && isLeadingMark(text, first, last)) first += 1;
  while (last > first && isTrailingMark(text, first, last)) last -= 1;
  if (first >= last) return end;
  if (!holds(text, DOT, first, last)) return Math.max(end, readSingleLabel(reading, first, last));
  if (text.charCodeAt(first) === DOT) return readLeadingDot(reading, first, last);
  if (isDigit(text.charCodeAt(first))) return readNumberFirst(reading, first, last);
  if (readWildcard(reading, first, last)) return last;
  return readName(reading, first, last);
}

/** A dotted word that starts with a letter: a host name, or a name with an address in it. */
function readName(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const verdict = judgeHostname(text, start, end);
  if (verdict.kind === "hostname") noteHostname(reading, start, end, verdict);
  else {
    const quadEnd = readQuadInName(reading, start, end);
    if (quadEnd !== undefined) return quadEnd;
    if (verdict.kind === "refused") notes.reject(start, end, verdict.reason);
    else if (/^v\d+\.\d/i.test(text.slice(start, start + 8)))
      notes.reject(start, end, 'a version number: it starts with "v"');
  }
  return end;
}

function isLeadingMark(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code === DASH) return true;
  if (code === UNDERSCORE) return isDigit(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === UNDERSCORE;
  return code === STAR && !(text.charCodeAt(at + 1) === DOT && at + 2 < end);
}

function isTrailingMark(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (code === DOT || code === DASH || code === UNDERSCORE) return true;
  return code === STAR && end - 2 >= start && text.charCodeAt(end - 2) !== DOT;
}

/** `.241` behind an address, the `.1.3.6.1` of an OID, or the suffix `.cluster.local`. */
function readLeadingDot(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const before = text.charCodeAt(start - 1);
  const standsAlone = start === 0 || isSpace(before) || !(before > 32) || "(,/`'\"-".includes(text.charAt(start - 1));
  if (isDigit(text.charCodeAt(start + 1)) && !/[^\d.]/.test(text.slice(start, end))) {
    if (standsAlone) readSuffix(reading, start, end);
  } else if (standsAlone && end - start > 2)
    notes.reject(start, end, "starts with a dot: a suffix, a hidden file or a path in a document");
  return end;
}
