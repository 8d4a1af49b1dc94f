import { COLON, DOT, isUnspacedScript } from "./character-classes.ts";
import { readIpv6Word } from "./read-ipv6.ts";
import { readPart } from "./read-part.ts";
import type { Reading } from "./reading.ts";

/** What the scanner saw in a word: how many colons, and whether neither colons nor double dots divide it. */
export type WordShape = { readonly colons: number; readonly isWhole: boolean };

/** Reads all that one word `[start, end)` names. Returns where the scan goes on: behind the word, or behind a prefix that follows it. */
export function readWord(reading: Reading, start: number, end: number, shape: WordShape): number {
  if (shape.isWhole) return readPart(reading, start, end);
  const spent = shape.colons >= 2 ? readIpv6Word(reading, start, end) : [];
  let from = start;
  let last = end;
  for (const place of spent) {
    last = Math.max(last, readParts(reading, from, place.start), place.end);
    from = place.end;
  }
  return from < end ? Math.max(last, readParts(reading, from, end)) : last;
}

/** Reads what stands between the colons and the double dots of `[start, end)`. */
function readParts(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let from = start;
  let last = end;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text.charCodeAt(at) !== COLON && !isDoubleDot(text, at, end)) continue;
    if (at > from) last = Math.max(last, readPart(reading, from, at));
    while (at + 1 < end && isDoubleDot(text, at, end)) at += 1;
    from = at + 1;
  }
  return last;
}

const isDoubleDot = (text: string, at: number, end: number): boolean =>
  text.charCodeAt(at) === DOT && at + 1 < end && text.charCodeAt(at + 1) === DOT;

/** Cuts where a script without spaces meets another one: the address in 「地址10.0.0.1在」 stands alone. */
export function readUnspacedWord(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let from = start;
  let last = end;
  for (let at = start; at < end; at += 1) {
    const here = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    const meets = here !== DOT && next !== DOT && isUnspacedScript(here) !== isUnspacedScript(next);
    if (at + 1 < end && !meets) continue;
    last = Math.max(last, readWord(reading, from, at + 1, { colons: countColons(text, from, at + 1), isWhole: false }));
    from = at + 1;
  }
  return last;
}

function countColons(text: string, start: number, end: number): number {
  let colons = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === COLON) colons += 1;
  return colons;
}
