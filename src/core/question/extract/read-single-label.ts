import { AT, COLON, DASH, holds, isDigit, isLetterOrDigit, SLASH } from "./character-classes.ts";
import { decodeNodeName } from "./decode-hostname.ts";
import { explainLooseAddress } from "./explain-odd-ipv4.ts";
import { isUrlHost, lookupWords, refuseHostPlace } from "./host-evidence.ts";
import { wordAfter, wordBefore } from "./look-around.ts";
import { noteHostname } from "./read-hostname.ts";
import { readPortWord } from "./read-port.ts";
import { isAddressExpected, readShortNumber } from "./read-short-number.ts";
import type { Reading } from "./reading.ts";

const LONGEST_LABEL = 63;
const BACKTICK = 96;
const SMALL_S = 115;
const SMALL_T = 116;
const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const serviceWords = new Set("service services svc hostname".split(" "));
/** Kinds of services and placeholders, which stand in the same places as names. */
const genericLabels = new Set([
  ..."headless nodeport loadbalancer clusterip externalname external internal default host hostname server service svc".split(
    " ",
  ),
  ..."example domain name ip address port http https client type true false null kubernetes-service".split(" "),
]);
const lookupCommands = new Set("curl ping telnet nc ssh hosts".split(" "));

/** Reads a part of a word without any dot. Most are plain words, so that this must be quick to say no. Returns where it stopped. */
export function readSingleLabel(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  const first = text.charCodeAt(start);
  if (isDigit(first)) return readDigits(reading, start, end);
  if (end - start > LONGEST_LABEL || !isLetterOrDigit(first)) return end;
  const before = text.charCodeAt(start - 1);
  const isDistinct = before === BACKTICK || holds(text, DASH, start, end);
  const mayBeHost = (before === SLASH && text.charCodeAt(start - 2) === SLASH) || before === AT;
  const mayBeName = isDistinct || mayBeHost || isLocalhost(text, start, end);
  const reason = mayBeName ? reasonToTake(text, start, end, isDistinct) : undefined;
  if (reason !== undefined) noteHostname(reading, start, end, { name: text.slice(start, end).toLowerCase(), reason });
  return end;
}

const isLocalhost = (text: string, start: number, end: number): boolean =>
  end - start === 9 && text.slice(start, end).toLowerCase() === "localhost";

/** `isDistinct`: a dash or a mark of code sets the label apart from the words of a sentence. */
function reasonToTake(text: string, start: number, end: number, isDistinct: boolean): string | undefined {
  const written = text.slice(start, end);
  const label = written.toLowerCase();
  if (!labelPattern.test(label) || genericLabels.has(label) || refuseHostPlace(text, start, end) !== undefined)
    return undefined;
  if (label === "localhost") return "the name of the machine itself (RFC 6761)";
  if (decodeNodeName(label) !== undefined) return "a node's name that spells out its address";
  if (isUrlHost(text, start) && hostEndsHere(text, end)) return "the host of a URL";
  if (!isDistinct || label !== written) return undefined;
  const before = wordBefore(text, start).word;
  if (lookupCommands.has(before) || lookupWords.has(before)) return "the name that a command looks up";
  const isService =
    text.charAt(start - 1) === "`" && (serviceWords.has(before) || serviceWords.has(wordAfter(text, end).word));
  return isService ? "marked as code beside a word for a service or host" : undefined;
}

const hostEndsHere = (text: string, end: number): boolean => {
  const code = text.charCodeAt(end);
  return (
    !(code > 32) || code === COLON || code === SLASH || !(isLetterOrDigit(code) || "_-{$%".includes(text.charAt(end)))
  );
};

/** `10/8`, `0x7f000001`, `2130706433`, `10-244-1-5`. */
function readDigits(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  if (at === end) {
    if (couldBePort(text, start, end)) readPortWord(reading, start, end);
    const couldBeBlock = text.charCodeAt(end) === SLASH && end - start <= 3;
    const couldBeWhole = end - start >= 8 && end - start <= 10;
    return couldBeBlock || couldBeWhole ? readShortNumber(reading, start, end) : end;
  }
  const isHex = at === start + 1 && end - start === 10 && /^0x[0-9a-f]{8}$/i.test(text.slice(start, end));
  if (isHex && isAddressExpected(text, start)) explainLooseAddress("hexadecimal", reading, start, end);
  return end;
}

/** A quick look before the slow one: most numbers have neither "port" before them nor a protocol behind. */
function couldBePort(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end) === SLASH) return true;
  let at = start - 1;
  while (at > 0 && start - at < 4 && " \t:=".includes(text.charAt(at))) at -= 1;
  const last = text.charCodeAt(at) | 32;
  return last === SMALL_T || last === SMALL_S;
}
