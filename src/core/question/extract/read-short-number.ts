import type { Address } from "../../network/address.ts";
import { cidrOf, formatCidr } from "../../network/cidr.ts";
import { SLASH } from "./character-classes.ts";
import { explainLooseAddress } from "./explain-odd-ipv4.ts";
import { numberAt, urlSchemeBefore, wordBefore } from "./look-around.ts";
import { hasNetworkWord, isNamedNetwork } from "./network-words.ts";
import type { Reading } from "./reading.ts";
import { isWellKnownStart } from "./special-blocks.ts";
import { findShortVersionContext } from "./version-context.ts";

/** Commands and words that take an address next, so that a number behind them is meant as one. */
const addressCommands = new Set(
  "ping ping6 curl wget ssh telnet nc ncat traceroute tracert mtr nmap ip address addr host inet_aton".split(" "),
);

/** One to three dotted numbers at `[start, end)`: `100.64/10`, "the 10.244 network", `127.1`, or nothing to do with addresses. Returns where it stopped. */
export function readShortNumber(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const octets = text.slice(start, end).split(".");
  if (octets.some((octet) => octet.length > 1 && octet.startsWith("0"))) return noteLoose(reading, start, end);
  const numbers = octets.map(Number);
  const isInRange = numbers.every((number) => number <= 255);
  const prefixEnd = isInRange ? readShortCidr(reading, start, end, numbers) : undefined;
  if (prefixEnd !== undefined) return prefixEnd;
  if (
    isInRange &&
    numbers.length > 1 &&
    isNamedNetwork(text, end) &&
    findShortVersionContext(text, start, end) === undefined
  ) {
    const value = cidrOf(padded(numbers), 8 * numbers.length);
    notes.add({ kind: "cidr", start, end, value, reason: "the first octets of a network that the words name" });
    return end;
  }
  return noteLoose(reading, start, end);
}

/** `172.16/12`: the octets left out are zero (as RFC 1918 and routers write it). */
function readShortCidr(
  { text, notes }: Reading,
  start: number,
  end: number,
  octets: readonly number[],
): number | undefined {
  if (text.charCodeAt(end) !== SLASH || urlSchemeBefore(text, start) !== undefined) return undefined;
  const length = numberAt(text, end + 1, 2);
  if (length === undefined || length.value < SHORTEST_PREFIX || length.value > LONGEST_SHORT_PREFIX) return undefined;
  if (/^[./-]\d/.test(text.slice(length.end, length.end + 2))) return undefined;
  const address = padded(octets);
  const value = cidrOf(address, length.value);
  if (value.address.value !== address.value || !isMeantAsBlock(text, start, length.end, octets)) return undefined;
  if (findShortVersionContext(text, start, end) !== undefined) return undefined;
  const reason = "first octets with a prefix length; the octets left out are zero";
  notes.add({ kind: "cidr", start, end: length.end, value, reason });
  const written = text.slice(start, length.end);
  const explanation = `${written} leaves out octets: in full it is ${formatCidr(value)}. Strict parsers, as in Go and so in Kubernetes, or in Python, want all four octets.`;
  notes.addFinding({ start, end: length.end, kind: "short-block", explanation });
  return length.end;
}

/** Words before a whole: "everything in 10/8". */
const wholeWords = new Set("in within inside outside all entire whole full".split(" "));
const SHORTEST_PREFIX = 4;
const LONGEST_SHORT_PREFIX = 28;

/** A block that everybody knows, or one that words or other blocks beside it call so; else it may be a mark or a date. */
function isMeantAsBlock(text: string, start: number, end: number, octets: readonly number[]): boolean {
  const [first = 0, second = 0] = octets;
  if (octets.length > 1 && (isWellKnownStart(first, second) || first >= 224)) return true;
  if (first === 10 && wholeWords.has(wordBefore(text, start).word)) return true;
  return hasNetworkWord(text, start, end) || isListedBlock(text, start, end, octets);
}

/** `10/8` alone could be a date or a mark; beside another prefix, as in "10/8, 172.16/12", it is a block. */
function isListedBlock(text: string, start: number, end: number, octets: readonly number[]): boolean {
  if (octets[0] !== 10 && octets[0] !== 127) return false;
  const around = `${text.slice(Math.max(0, start - 12), start)} ${text.slice(end, end + 20)}`;
  return /\d\.\d+\/\d/.test(around);
}

function padded(octets: readonly number[]): Address {
  return {
    family: 4,
    value: BigInt([...octets, 0, 0, 0].slice(0, 4).reduce((value, octet) => value * 256 + octet, 0)),
  };
}

/** `127.1`, `0177.1` and `2130706433` are addresses to lenient parsers only; explained where an address is expected. */
function noteLoose(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const parts = text.slice(start, end).split(".");
  if (isAddressExpected(text, start)) {
    const octal = parts.length > 1 && parts.some((part) => part.length > 1 && part.startsWith("0"));
    const whole = parts.length === 1 ? "integer-form" : "short-form";
    if (parts.length > 1 || Number(parts[0]) > 0xff_ffff)
      explainLooseAddress(octal ? "leading-zero" : whole, reading, start, end);
    return end;
  }
  if (parts.length === 3) notes.reject(start, end, "three dotted numbers: a version, a date or a section");
  return end;
}

/** In the host's place of a web address, or directly behind a command or word that takes an address. */
export function isAddressExpected(text: string, start: number): boolean {
  const scheme = urlSchemeBefore(text, start);
  if (scheme !== undefined) return /^(?:https?|hxxps?|ftp|ssh|tcp|udp)$/.test(scheme);
  const near = wordBefore(text, start);
  const before = near.word === "is" ? wordBefore(text, near.start) : near;
  if (before.word === "ip" || before.word === "address") return true;
  return addressCommands.has(before.word) && !/[:=(]/.test(text.slice(before.end, start));
}
