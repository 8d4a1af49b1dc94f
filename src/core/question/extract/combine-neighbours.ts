import { type Address, formatAddress } from "../../network/address.ts";
import { cidrOf, lastAddress } from "../../network/cidr.ts";
import type { Found } from "./found.ts";
import { inverseMaskLengthOf } from "./netmask.ts";
import { readConnector } from "./read-connector.ts";
import { noteCidr } from "./read-prefix.ts";
import type { Reading } from "./reading.ts";

/** Reads neighbours together: an address and its netmask, the two ends of a range, an address and the `.241` that leans on it. */
export function combineNeighbours(reading: Reading): readonly Found[] {
  const combined: Found[] = [];
  let anchor: Address | undefined;
  let anchorEnd = 0;
  for (const next of reading.notes.found) {
    const current = completeSuffix(reading, next, anchor, anchorEnd);
    if (current === undefined) continue;
    const previous = combined.at(-1);
    const joined = previous === undefined ? undefined : join(reading, previous, current);
    if (joined === undefined) combined.push(...standsAlone(reading, current));
    else combined.splice(-1, 1, joined);
    const full = anchorOf(current);
    if (full !== undefined) {
      anchor = full;
      anchorEnd = current.end;
    }
  }
  return combined;
}

function standsAlone({ notes }: Reading, found: Found): readonly Found[] {
  if (found.kind !== "netmask") return [found];
  notes.reject(found.start, found.end, "a netmask");
  return [];
}

const anchorOf = (found: Found): Address | undefined => {
  if (found.kind === "address" && found.value.family === 4) return found.value;
  if (found.kind === "cidr" && found.value.address.family === 4) return found.value.address;
  return found.kind === "range" && found.value.last.family === 4 ? found.value.last : undefined;
};

const FARTHEST_ANCHOR = 200;

/** Puts the first octets of the address before it in front of `.241`; undefined when there is no such address near by. */
function completeSuffix(
  { text, notes }: Reading,
  found: Found,
  anchor: Address | undefined,
  anchorEnd: number,
): Found | undefined {
  if (found.kind !== "suffix") return found;
  const isNear = anchor !== undefined && found.start - anchorEnd <= FARTHEST_ANCHOR;
  if (!isNear || !leansOn(text.slice(anchorEnd, found.start), found.octets)) {
    notes.reject(found.start, found.end, "a number behind a dot, with no address before it that it could belong to");
    return undefined;
  }
  const bits = BigInt(8 * found.octets.length);
  const tail = found.octets.reduce((value, octet) => value * 256n + BigInt(octet), 0n);
  const value: Address = { family: 4, value: ((anchor.value >> bits) << bits) | tail };
  const reason = `the last octets of an address that starts like ${formatAddress(anchor)} before it`;
  return { kind: "address", start: found.start, end: found.end, value, reason, hasPort: false };
}

/** Behind these `.5` points back to an address; behind others a single small number is rather a decimal. */
const leaning =
  /(?:[,;/&+(-]|\b(?:and|or|to|vs|through|but|not|is|are|the|on|at|from|with|also|then|as|via|only))[\s(`'"]*$/i;

function leansOn(gap: string, octets: readonly number[]): boolean {
  if (/\n\s*\n/.test(gap)) return false;
  return octets.length > 1 || (octets[0] ?? 0) >= 100 || leaning.test(gap.slice(-16));
}

function join(reading: Reading, previous: Found, current: Found): Found | undefined {
  return joinMask(reading, previous, current) ?? joinRange(reading, previous, current);
}

/** `10.0.0.0 255.255.255.0`, and with an inverse mask `10.0.0.0 0.0.0.255`. */
function joinMask(reading: Reading, previous: Found, current: Found): Found | undefined {
  const isBase = previous.kind === "address" && previous.value.family === 4 && previous.value.value !== 0n;
  if (!isBase || previous.hasPort) return undefined;
  const gap = reading.text.slice(previous.end, current.start);
  const prefixLength = maskAfter(gap, previous.value, current);
  if (prefixLength === undefined) return undefined;
  const place = { start: previous.start, end: current.end };
  if (cidrOf(previous.value, prefixLength).address.value !== previous.value.value) return undefined;
  return {
    kind: "cidr",
    ...place,
    value: noteCidr(reading, place, previous.value, prefixLength),
    reason: "an address and its netmask",
  };
}

function maskAfter(gap: string, address: Address, current: Found): number | undefined {
  if (current.kind === "netmask")
    return /^[ \t]*,?[ \t]*(?:(?:net)?mask:?=?[ \t]*)?$/i.test(gap) ? current.prefixLength : undefined;
  const isInverse =
    current.kind === "address" && /^ $/.test(gap) && current.value.family === 4 && current.value.value < 0x0100_0000n;
  if (!isInverse || address.value < 0x0100_0000n) return undefined;
  return inverseMaskLengthOf(Number(current.value.value));
}

function joinRange(reading: Reading, previous: Found, current: Found): Found | undefined {
  const first = firstOf(previous);
  const last = lastOf(current);
  if (first === undefined || last === undefined || first.family !== last.family) return undefined;
  const connector = readConnector(reading.text, previous, current);
  if (connector === undefined || (connector === "loose" && (hasPort(current) || !isOneBlock(first, last))))
    return undefined;
  if (last.value < first.value) {
    noteReversed(reading, previous.start, current.end);
    return undefined;
  }
  const reason = "two addresses joined as the ends of a range";
  return { kind: "range", start: previous.start, end: current.end, value: { first, last }, reason };
}

const hasPort = (found: Found): boolean => found.kind === "address" && found.hasPort;

/** A port behind the first end makes it a socket of its own; directly joined, behind the last, it is the port of all. */
const firstOf = (found: Found): Address | undefined => {
  if (found.kind === "address") return found.hasPort ? undefined : found.value;
  return found.kind === "wildcard" ? found.value.address : undefined;
};

const lastOf = (found: Found): Address | undefined => {
  if (found.kind === "address") return found.value;
  return found.kind === "wildcard" ? lastAddress(found.value) : undefined;
};

/** Two ends of a range that people write with spaces share their first octet, or their first two groups. */
function isOneBlock(first: Address, last: Address): boolean {
  const shift = first.family === 4 ? 24n : 96n;
  return first.value >> shift === last.value >> shift;
}

function noteReversed({ text, notes }: Reading, start: number, end: number): void {
  const explanation = `${text.slice(start, end)} runs backwards: its end lies below its start.`;
  notes.addFinding({ start, end, kind: "reversed-range", explanation });
}
