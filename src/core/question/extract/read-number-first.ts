import { parseAddress } from "../../network/address.ts";
import { isArrowNear } from "./arrow-context.ts";
import { DASH, DOT, holds, isDigit, isLetterOrDigit, UNDERSCORE } from "./character-classes.ts";
import { explainLooseAddress } from "./explain-odd-ipv4.ts";
import { numberAt } from "./look-around.ts";
import { hasAddressWord } from "./network-words.ts";
import { refuseQuad } from "./number-context.ts";
import { takeHostname } from "./read-hostname.ts";
import { readBracketedOctets, readOctetRange } from "./read-octet-range.ts";
import { readQuad } from "./read-quad.ts";
import { readQuadInName } from "./read-quad-in-name.ts";
import { readShortNumber } from "./read-short-number.ts";
import { readWildcard } from "./read-wildcard.ts";
import type { Reading } from "./reading.ts";

/** Where the dotted numbers from `start` end, and how many there are. */
type DottedNumbers = { readonly end: number; readonly parts: number };

/** Reads a part of a word that has a dot and starts with a digit. Returns where it stopped. */
export function readNumberFirst(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const numbers = measure(text, start, end);
  const bracketEnd = numbers.parts === 3 ? readBracketedOctets(reading, start, numbers.end + 1) : undefined;
  if (bracketEnd !== undefined) return bracketEnd;
  if (numbers.end === end) return readNumbers(reading, start, end, numbers.parts);
  if (readOctetRange(reading, start, end)) return end;
  const next = text.charCodeAt(numbers.end);
  if (next === DASH || next === UNDERSCORE) return readBeforeDash(reading, start, end, numbers);
  const dash = text.slice(start, end).indexOf("-");
  const wildcardEnd = dash < 0 ? end : start + dash;
  if (readWildcard(reading, start, wildcardEnd)) {
    return wildcardEnd < end ? readNumberFirstAfter(reading, wildcardEnd + 1, end) : end;
  }
  if (/^(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){1,3}$/i.test(text.slice(start, Math.min(end, start + 64)))) {
    explainLooseAddress("hexadecimal", reading, start, end);
    return end;
  }
  if (next === DOT && numbers.parts === 4 && isServiceName(text, numbers.end + 1, end)) {
    return readQuad(reading, start, numbers.end);
  }
  if (takeHostname(reading, start, end)) return end;
  if (next === DOT && numbers.parts === 4 && isSentence(text, numbers.end + 1, end))
    return readQuad(reading, start, numbers.end);
  if (numbers.parts >= 3) notes.reject(start, end, "a letter or a name follows the number directly");
  return end;
}

const fileEndings = new Set(
  "tar gz tgz zip jar war deb rpm exe msi whl dmg pkg iso img apk bin so dll json yaml yml xml md".split(" "),
);

/** `10.0.0.1.Then it failed`: the blank behind a full stop was forgotten. */
function isSentence(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return /^(?:\p{Lu}|\p{L}{2})[\p{L}'-]*$/u.test(word) && !fileEndings.has(word.toLowerCase());
}

function readNumberFirstAfter(reading: Reading, start: number, end: number): number {
  return isDigit(reading.text.charCodeAt(start)) ? readNumberFirst(reading, start, end) : end;
}

function measure(text: string, start: number, limit: number): DottedNumbers {
  let end = start;
  let parts = 0;
  for (let at = start; at < limit && isDigit(text.charCodeAt(at)); at += 1) {
    while (at < limit && isDigit(text.charCodeAt(at))) at += 1;
    if (at < limit && isLetterOrDigit(text.charCodeAt(at)))
      return parts === 0 ? { end: at, parts: 1 } : { end: end, parts };
    parts += 1;
    end = at;
    if (text.charCodeAt(at) !== DOT) break;
  }
  return { end, parts };
}

function readNumbers(reading: Reading, start: number, end: number, parts: number): number {
  if (parts === 4) return readQuad(reading, start, end);
  if (parts < 4) return readShortNumber(reading, start, end);
  return parts === 5 && readDottedPort(reading, start, end) ? end : refuseMany(reading, start, end);
}

/** Five octets are an address with a slip where an address is spoken of; else an object identifier or a version. */
function refuseMany({ text, notes }: Reading, start: number, end: number): number {
  const octets = text.slice(start, end).split(".");
  if (octets.length <= 6 && octets.every((octet) => Number(octet) <= 255) && hasAddressWord(text, start)) {
    const count = octets.length === 5 ? "five" : "six";
    const explanation = `${text.slice(start, end)} is not a valid IPv4 address: it has ${count} parts, and an address has four.`;
    notes.addFinding({ start, end, kind: "too-many-octets", explanation });
    return end;
  }
  notes.reject(start, end, "more than four dotted numbers: an object identifier or a version");
  return end;
}

/** tcpdump and BSD netstat put the port behind a fifth dot: `192.168.0.238.40198 > 192.168.0.233.3306`. */
function readDottedPort(reading: Reading, start: number, end: number): boolean {
  const { text, notes } = reading;
  if (!isArrowNear(text, start, end)) return false;
  const dot = text.lastIndexOf(".", end - 1);
  const value = parseAddress(text.slice(start, dot));
  const port = numberAt(text, dot + 1, 5);
  if (value === undefined || port === undefined || port.value > 65535) return false;
  notes.add({
    kind: "address",
    start,
    end: dot,
    value,
    reason: "four decimal octets, a dot and a port, as tcpdump writes them",
    hasPort: true,
  });
  notes.addPort({ start: dot + 1, end, value: port.value, reason: "tcpdump writes the port behind a dot" });
  return true;
}

/** `10.0.0.1.https >`: tcpdump without `-n`. */
const isServiceName = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end);
  return /^[a-z][a-z0-9-]{1,14}$/.test(name) && isArrowNear(text, start, end) && !text.slice(start, end).includes(".");
};

/** `10.0.0.5-20`, `10.0.0.5-10.0.0.20`, `10.0.0.1_15001`, `1.2.3.4-rc1`, `5.15.0-1051-aws`. */
function readBeforeDash(reading: Reading, start: number, end: number, numbers: DottedNumbers): number {
  const { text, notes } = reading;
  if (numbers.parts !== 4) {
    if (numbers.parts < 3 && takeHostname(reading, start, end)) return end;
    const quadEnd = numbers.parts === 1 ? readQuadInName(reading, start, end) : undefined;
    if (quadEnd !== undefined) return quadEnd;
    if (numbers.parts >= 2) notes.reject(start, end, "a dotted number with a dash: a version or a date");
    return end;
  }
  if (readShortRange(reading, start, numbers.end, end)) return end;
  const quadEnd = readQuad(reading, start, numbers.end);
  const rest = numbers.end + 1;
  if (isDigit(text.charCodeAt(rest)) && holds(text, DOT, rest, end)) return readNumberFirst(reading, rest, end);
  return Math.max(quadEnd, readQuadInName(reading, rest, end) ?? end);
}

/** The last octets of a range's end, as many as are written: `10.0.0.5-20`, `10.0.0.5-1.20`. */
function readShortRange(reading: Reading, start: number, quadEnd: number, end: number): boolean {
  const { text, notes } = reading;
  const first = parseAddress(text.slice(start, quadEnd));
  const short = /^-\.?(\d{1,3}(?:\.\d{1,3}){0,2})$/.exec(text.slice(quadEnd, Math.min(end, quadEnd + 16)));
  if (first === undefined || short === null || end - quadEnd > 15 || refuseQuad(text, start, quadEnd) !== undefined)
    return false;
  const octets = (short[1] ?? "").split(".");
  const kept = text
    .slice(start, quadEnd)
    .split(".")
    .slice(0, 4 - octets.length);
  const last = parseAddress([...kept, ...octets].join("."));
  if (last === undefined) return false;
  if (last.value < first.value) {
    const explanation = `${text.slice(start, end)} runs backwards: its end lies below its start.`;
    notes.addFinding({ start, end, kind: "reversed-range", explanation });
    notes.add({
      kind: "address",
      start,
      end: quadEnd,
      value: first,
      reason: "four decimal octets before a range that runs backwards",
      hasPort: true,
    });
    return true;
  }
  notes.add({
    kind: "range",
    start,
    end,
    value: { first, last },
    reason: "an address and the last octets of a range's end",
  });
  return true;
}
