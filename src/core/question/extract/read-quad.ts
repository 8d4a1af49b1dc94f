import { type Address, parseAddress } from "../../network/address.ts";
import { CLOSE_BRACKET, OPEN_BRACKET } from "./character-classes.ts";
import { explainBrokenQuad } from "./explain-odd-ipv4.ts";
import { wordBefore } from "./look-around.ts";
import { maskLengthOf } from "./netmask.ts";
import { refuseQuad } from "./number-context.ts";
import { readPort } from "./read-port.ts";
import { noteCidr, readPrefix } from "./read-prefix.ts";
import type { Reading } from "./reading.ts";

/** Reads the four dotted numbers at `[start, end)`: an address, a block with its prefix, a netmask, or none with a reason. Returns where it stopped. */
export function readQuad(reading: Reading, start: number, end: number): number {
  const { text, notes } = reading;
  const refusal = refuseQuad(text, start, end) ?? refuseListedVersion(reading, start);
  if (refusal !== undefined) {
    notes.reject(start, end, refusal);
    notes.lastVersionEnd = end;
    return end;
  }
  const quad = text.slice(start, end);
  const address = parseAddress(quad);
  if (address === undefined) {
    explainBrokenQuad(reading, start, end);
    return end;
  }
  const prefix = readPrefix(text, start, end, 4);
  if (prefix.kind === "prefix") {
    noteAddressWithPrefix(
      reading,
      { start, end: prefix.end },
      { address, addressEnd: end, prefixLength: prefix.prefixLength },
    );
    return prefix.end;
  }
  if (prefix.kind === "tooLong") {
    const explanation = `${text.slice(start, prefix.end)} is not a valid block: an IPv4 prefix length is 0 to 32.`;
    notes.addFinding({ start, end: prefix.end, kind: "prefix-too-long", explanation });
    return prefix.end;
  }
  noteAddress(reading, start, end, address);
  return end;
}

/** `versions 10.4.2.1 and 10.4.2.2`: what joins a number to a version is a version. */
function refuseListedVersion({ text, notes }: Reading, start: number): string | undefined {
  const gap = notes.lastVersionEnd < 0 ? "" : text.slice(notes.lastVersionEnd, start);
  const isListed = gap.length > 0 && gap.length <= 8 && /^["'`)]?\s*(?:,|and|or|to|->|\/|&)\s*["'`(]?$/.test(gap);
  return isListed ? "a version number: it continues a list of them" : undefined;
}

function noteAddress(reading: Reading, start: number, end: number, address: Address): void {
  const { text, notes } = reading;
  const prefixLength = maskLengthOf(text.slice(start, end));
  if (
    prefixLength !== undefined &&
    prefixLength > 0 &&
    (prefixLength < 32 || isMaskWord(wordBefore(text, start).word))
  ) {
    notes.add({ kind: "netmask", start, end, prefixLength });
    return;
  }
  const hasPort = readPort(reading, end);
  notes.add({ kind: "address", start, end, value: address, reason: reasonFor(text, start, end, hasPort), hasPort });
}

const isMaskWord = (word: string): boolean => word === "netmask" || word === "mask" || word === "genmask";

function reasonFor(text: string, start: number, end: number, hasPort: boolean): string {
  if (hasPort) return "four decimal octets with a port";
  const bracketed = text.charCodeAt(start - 1) === OPEN_BRACKET && text.charCodeAt(end) === CLOSE_BRACKET;
  return bracketed ? "four decimal octets in brackets" : "four decimal octets";
}

type WithPrefix = { readonly address: Address; readonly addressEnd: number; readonly prefixLength: number };

/** An interface is written `10.0.0.5/24`: both its address and its block are meant. `10.20.0.0/8` is a block written with host bits. */
function noteAddressWithPrefix(
  reading: Reading,
  place: { readonly start: number; readonly end: number },
  read: WithPrefix,
): void {
  const cidr = noteCidr(reading, place, read.address, read.prefixLength);
  const isInterface = cidr.address.value !== read.address.value && (read.address.value & 0xffn) !== 0n;
  if (isInterface) {
    const reason = "four decimal octets before a prefix length, with host bits: the address of an interface";
    reading.notes.add({
      kind: "address",
      start: place.start,
      end: read.addressEnd,
      value: read.address,
      reason,
      hasPort: false,
    });
  }
  reading.notes.add({ kind: "cidr", ...place, value: cidr, reason: "an address with a prefix length" });
}
