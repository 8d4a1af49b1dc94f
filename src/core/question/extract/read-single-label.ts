import { COLON, isDigit, isLetterOrDigit, SLASH } from "./character-classes.ts";
import { decodeHostname } from "./decode-hostname.ts";
import { explainLooseAddress } from "./explain-odd-ipv4.ts";
import { findHostEvidence, refuseHostPlace } from "./host-evidence.ts";
import { wordAfter, wordBefore } from "./look-around.ts";
import { readPort } from "./read-port.ts";
import { isAddressExpected, readShortNumber } from "./read-short-number.ts";
import type { Reading } from "./reading.ts";

const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const serviceWords = new Set("service services svc host hostname server".split(" "));
const lookupCommands = new Set("nslookup dig curl ping telnet nc ssh lookup getent drill".split(" "));

/** Reads a part of a word without any dot. Most are plain words, so that this must be quick to say no. Returns where it stopped. */
export function readSingleLabel(reading: Reading, start: number, end: number): number {
  const { text } = reading;
  const first = text.charCodeAt(start);
  if (isDigit(first)) return readDigits(reading, start, end);
  if (end - start > 63 || !isLetterOrDigit(first)) return end;
  const marks = text.charAt(start - 1);
  const isMarked = marks === "`" || marks === '"' || marks === "'" || marks === "/" || marks === "@";
  const hasDash = text.slice(start, end).includes("-");
  const isLocalhost = end - start === 9 && text.slice(start, end).toLowerCase() === "localhost";
  if (!isMarked && !hasDash && !isLocalhost) return end;
  const reason = reasonToTake(text, start, end, { isMarked: marks === "`" || marks === '"', hasDash, isLocalhost });
  if (reason === undefined) return end;
  const name = text.slice(start, end).toLowerCase();
  const encodes = decodeHostname(name);
  readPort(reading, end);
  reading.notes.add({
    kind: "hostname",
    start,
    end,
    value: encodes === undefined ? { name } : { name, encodes },
    reason,
  });
  return end;
}

type Marks = { readonly isMarked: boolean; readonly hasDash: boolean; readonly isLocalhost: boolean };

function reasonToTake(
  text: string,
  start: number,
  end: number,
  { isMarked, hasDash, isLocalhost }: Marks,
): string | undefined {
  const label = text.slice(start, end);
  if (!labelPattern.test(label.toLowerCase()) || refuseHostPlace(text, start, end) !== undefined) return undefined;
  if (isLocalhost) return "the name of the machine itself (RFC 6761)";
  if (hasDash && decodeHostname(label.toLowerCase()) !== undefined) return "a node's name that spells out its address";
  if (findHostEvidence(text, start, end) === "url" && (isDigit(text.charCodeAt(end + 1)) || hostEndsHere(text, end)))
    return "the host of a URL";
  if (label !== label.toLowerCase()) return undefined;
  const before = wordBefore(text, start).word;
  if (isMarked && (serviceWords.has(before) || serviceWords.has(wordAfter(text, end).word)))
    return "marked as code beside a word for a service or host";
  return (isMarked || hasDash) && lookupCommands.has(before) ? "the name that a command looks up" : undefined;
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
    const couldBeBlock = text.charCodeAt(end) === SLASH && end - start <= 3;
    const couldBeWhole = end - start >= 8 && end - start <= 10;
    return couldBeBlock || couldBeWhole ? readShortNumber(reading, start, end) : end;
  }
  const isHex = at === start + 1 && end - start === 10 && /^0x[0-9a-f]{8}$/i.test(text.slice(start, end));
  if (isHex && isAddressExpected(text, start)) explainLooseAddress("hexadecimal", reading, start, end);
  return end;
}
