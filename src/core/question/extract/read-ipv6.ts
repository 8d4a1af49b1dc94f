import { type Address, parseAddress } from "../../network/address.ts";
import { COLON, DASH, DOT, isAsciiLetter, isDigit, isHexDigit, PERCENT, UNDERSCORE } from "./character-classes.ts";
import { explainColons } from "./explain-colons.ts";
import type { Place } from "./found.ts";
import { judgeIpv6 } from "./judge-ipv6.ts";
import { numberAt } from "./look-around.ts";
import { readPort } from "./read-port.ts";
import { noteCidr, readPrefix } from "./read-prefix.ts";
import type { Reading } from "./reading.ts";

/** The end of what was read, and the part of the word that is spent, whether it was taken or refused. */
export type SpentPlace = Place;

/**
 * Reads every IPv6 address in the word `[start, end)`, which has two colons or more. Returns the places that are spent, in order:
 * nothing else is read in them. A word is cut at dashes, so that ranges come out as two addresses.
 */
export function readIpv6Word(reading: Reading, start: number, end: number): readonly SpentPlace[] {
  const spent: SpentPlace[] = [];
  for (let from = start; from < end; ) {
    const run = nextColonRun(reading.text, from, end);
    if (run === undefined) break;
    const place = readRun(reading, run);
    if (place !== undefined) spent.push(place);
    from = Math.max(run.end, place?.end ?? 0);
  }
  return spent;
}

/** A stretch of hexadecimal groups and colons, with a dotted end if it has one. `glued` is a letter directly before it. */
type ColonRun = Place & { readonly glued: boolean };

function nextColonRun(text: string, from: number, limit: number): ColonRun | undefined {
  for (let start = from; start < limit; ) {
    let end = start;
    let colons = 0;
    while (end < limit && isGroupCode(text.charCodeAt(end))) {
      if (text.charCodeAt(end) === COLON) colons += 1;
      end += 1;
    }
    if (colons >= 2) {
      const run = trimRun(text, start, end, from, limit);
      if (run !== undefined) return run;
    }
    start = end + 1;
  }
  return undefined;
}

const isGroupCode = (code: number): boolean => isHexDigit(code) || code === COLON || code === DOT;

/** Drops a first or last group that is part of a name (`src:` before, `:http` behind), with its colon. */
function trimRun(text: string, start: number, end: number, from: number, limit: number): ColonRun | undefined {
  let first = start;
  let last = end;
  const gluedBefore = start > from && isNameCode(text.charCodeAt(start - 1));
  const gluedBehind = end < limit && isNameCode(text.charCodeAt(end));
  if (gluedBefore) {
    first = text.indexOf(":", start) + 1;
    if (text.charCodeAt(first) === COLON && text.charCodeAt(first + 1) !== COLON)
      return { start: first - 1, end, glued: true };
  }
  if (gluedBehind) {
    last = text.lastIndexOf(":", end - 1);
    if (text.charCodeAt(last - 1) === COLON) return { start: first, end: last + 1, glued: true };
  }
  const dotted = text.slice(first, last).search(/\d+\.[\d.]+:/);
  if (dotted >= 0) return cutAtQuad(text, first, last, first + dotted);
  while (last > first && text.charCodeAt(last - 1) === DOT) last -= 1;
  if (last - first >= 2 && text.charCodeAt(last - 1) === COLON && text.charCodeAt(last - 2) !== COLON) last -= 1;
  return countColons(text, first, last) >= 2 ? { start: first, end: last, glued: false } : undefined;
}

const isNameCode = (code: number): boolean =>
  (isAsciiLetter(code) && !isHexDigit(code)) || isDigit(code) || code === UNDERSCORE;

/** A dotted quad ends an IPv6 address: `::ffff:10.0.0.1:8080` has a port, `10.0.0.1:80:90` is none of ours. */
function cutAtQuad(text: string, first: number, last: number, quad: number): ColonRun | undefined {
  const colon = text.indexOf(":", quad);
  if (countColons(text, first, colon) < 2) return undefined;
  return { start: first, end: Math.min(colon, last), glued: false };
}

function countColons(text: string, start: number, end: number): number {
  let colons = 0;
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === COLON) colons += 1;
  return colons;
}

const LONGEST_ADDRESS = 45;

function readRun(reading: Reading, run: ColonRun): SpentPlace | undefined {
  const { text, notes } = reading;
  const form = text.slice(run.start, Math.min(run.end, run.start + LONGEST_ADDRESS + 20));
  if (run.glued) {
    notes.reject(
      run.start,
      run.end,
      "a double colon directly behind or before a name: the scope operator of a program",
    );
    return run;
  }
  const end = splitPort(reading, run, form) ?? run.end;
  const address = end - run.start > LONGEST_ADDRESS ? undefined : parseAddress(text.slice(run.start, end));
  if (address === undefined) return explainColons(reading, run) ? run : undefined;
  const verdict = judgeIpv6(text, run.start, end);
  if (!verdict.accepted) {
    notes.reject(run.start, end, verdict.reason);
    return run;
  }
  return noteIpv6(reading, { start: run.start, end }, address, verdict.reason);
}

/** Where the address ends when a port hangs on it without brackets. */
function splitPort(reading: Reading, run: ColonRun, form: string): number | undefined {
  if (run.end - run.start > LONGEST_ADDRESS) return undefined;
  return splitDotPort(reading, run, form) ?? splitLoopbackPort(reading, run, form);
}

/** Node.js writes `::1:3000`. As an address of its own nobody has it: it lies in a block that is reserved. */
function splitLoopbackPort({ notes }: Reading, run: ColonRun, form: string): number | undefined {
  const port = /^::1:([1-9]\d{1,4})$/.exec(form)?.[1];
  if (port === undefined || Number(port) > 65535) return undefined;
  const end = run.end - port.length - 1;
  notes.addPort({ start: end + 1, end: run.end, value: Number(port), reason: "a port behind ::1 without brackets" });
  return end;
}

/** tcpdump writes a port behind a dot: `fe80::1.546 >`. Returns where the address ends. */
function splitDotPort({ notes }: Reading, run: ColonRun, form: string): number | undefined {
  const port = /^([0-9a-f:]*:[0-9a-f]{0,4})\.(\d{1,5}|[a-z][a-z0-9-]*)$/i.exec(form);
  if (port === null) return undefined;
  const end = run.start + (port[1] ?? "").length;
  const value = Number(port[2]);
  if (value <= 65535)
    notes.addPort({ start: end + 1, end: run.end, value, reason: "tcpdump writes the port behind a dot" });
  return end;
}

function noteIpv6(reading: Reading, place: Place, address: Address, reason: string): SpentPlace {
  const { text, notes } = reading;
  const zoneEnd = skipZone(text, place.end);
  const prefix = readPrefix(text, place.start, zoneEnd, 6);
  if (prefix.kind === "tooLong") {
    const whole = { start: place.start, end: prefix.end };
    const explanation = `${text.slice(whole.start, whole.end)} is not a valid block: an IPv6 prefix length is 0 to 128.`;
    notes.addFinding({ ...whole, kind: "prefix-too-long", explanation });
    return whole;
  }
  if (prefix.kind === "prefix") {
    const whole = { start: place.start, end: prefix.end };
    const value = noteCidr(reading, whole, address, prefix.prefixLength);
    const isInterface = value.address.value !== address.value && prefix.prefixLength > 0;
    if (isInterface)
      notes.add({ kind: "address", ...place, value: address, reason: `${reason}, of an interface`, hasPort: false });
    notes.add({ kind: "cidr", ...whole, value, reason: "an IPv6 address with a prefix length" });
    return whole;
  }
  const hasPort = text.charAt(zoneEnd) === "]" && readPort(reading, zoneEnd);
  notes.add({ kind: "address", start: place.start, end: zoneEnd, value: address, reason, hasPort });
  return { start: place.start, end: zoneEnd };
}

const LONGEST_ZONE = 32;

/** The zone id of RFC 4007 (`%eth0`) is part of the mention but not of the address. */
function skipZone(text: string, end: number): number {
  if (text.charCodeAt(end) !== PERCENT) return end;
  let to = end + 1;
  while (to - end <= LONGEST_ZONE && isZoneCode(text.charCodeAt(to))) to += 1;
  while (to > end + 1 && (text.charCodeAt(to - 1) === DOT || text.charCodeAt(to - 1) === DASH)) to -= 1;
  return numberAt(text, end + 1, 0) === undefined && to > end + 1 ? to : end;
}

const isZoneCode = (code: number): boolean =>
  isDigit(code) || isAsciiLetter(code) || code === DOT || code === DASH || code === UNDERSCORE;
