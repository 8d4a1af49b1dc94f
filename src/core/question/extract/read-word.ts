import { COLON, DASH, DOT, isDigit, isSpace, isUnspacedScript, STAR, UNDERSCORE } from "./character-classes.ts";
import type { Place } from "./found.ts";
import { readHostname } from "./read-hostname.ts";
import { readIpv6Word } from "./read-ipv6.ts";
import { readNumberFirst } from "./read-number-first.ts";
import { readQuadInName } from "./read-quad-in-name.ts";
import { readSingleLabel } from "./read-single-label.ts";
import { readSuffix } from "./read-suffix.ts";
import { readWildcard } from "./read-wildcard.ts";
import type { Reading } from "./reading.ts";

/** What the scanner counted in a word. */
export type WordShape = { readonly dots: number; readonly colons: number; readonly unspaced: boolean };

/** Reads all that one word `[start, end)` names. Returns where the scan goes on: behind the word, or behind a prefix that follows it. */
export function readWord(reading: Reading, start: number, end: number, shape: WordShape): number {
  if (shape.unspaced) return readUnspaced(reading, start, end);
  const spent = shape.colons >= 2 ? readIpv6Word(reading, start, end) : [];
  let last = end;
  for (const part of unspentParts(reading.text, start, end, spent)) {
    last = Math.max(last, readPart(reading, part.start, part.end));
  }
  return Math.max(last, spent.at(-1)?.end ?? 0);
}

/** Cuts where a script without spaces meets another one: the address in 「地址10.0.0.1在」 stands alone. */
function readUnspaced(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let from = start;
  let last = end;
  for (let at = start; at < end; at += 1) {
    const here = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    const meets = at + 1 < end && here !== DOT && next !== DOT && isUnspacedScript(here) !== isUnspacedScript(next);
    if (at + 1 < end && !meets) continue;
    last = Math.max(last, readPlainWord(reading, from, at + 1));
    from = at + 1;
  }
  return last;
}

function readPlainWord(reading: Reading, start: number, end: number): number {
  let colons = 0;
  for (let at = start; at < end; at += 1) if (reading.text.charCodeAt(at) === COLON) colons += 1;
  return readWord(reading, start, end, { dots: 1, colons, unspaced: false });
}

/** The parts between colons and double dots that no IPv6 address has taken. */
function* unspentParts(text: string, start: number, end: number, spent: readonly Place[]): Generator<Place> {
  let from = start;
  let taken = 0;
  for (let at = start; at <= end; at += 1) {
    const place = spent[taken];
    if (place !== undefined && at === place.start) {
      if (at > from) yield { start: from, end: at };
      at = place.end;
      from = place.end;
      taken += 1;
      if (at > end) return;
    }
    if (at < end && text.charCodeAt(at) !== COLON && !isDoubleDot(text, at, end)) continue;
    if (at > from) yield { start: from, end: Math.min(at, end) };
    while (at + 1 < end && text.charCodeAt(at) === DOT && text.charCodeAt(at + 1) === DOT) at += 1;
    from = at + 1;
  }
}

const isDoubleDot = (text: string, at: number, end: number): boolean =>
  text.charCodeAt(at) === DOT && at + 1 < end && text.charCodeAt(at + 1) === DOT;

/** Emphasis and other marks at the ends are not part of a name, apart from the star of a wildcard. */
function readPart(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let first = start;
  let last = end;
  while (first < last && isLeadingMark(text, first, last)) first += 1;
  while (last > first && isTrailingMark(text, first, last)) last -= 1;
  if (first >= last) return end;
  const dot = text.indexOf(".", first);
  if (dot < 0 || dot >= last) return Math.max(end, readSingleLabel(reading, first, last));
  if (text.charCodeAt(first) === DOT) return readLeadingDot(reading, first, last);
  if (isDigit(text.charCodeAt(first))) return readNumberFirst(reading, first, last);
  if (readWildcard(reading, first, last) || readHostname(reading, first, last)) return last;
  return readQuadInName(reading, first, last);
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
