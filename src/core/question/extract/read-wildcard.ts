import type { Address } from "../../network/address.ts";
import { type Cidr, cidrOf } from "../../network/cidr.ts";
import { numberAt } from "./look-around.ts";
import { hasMachineWord, hasNetworkWord } from "./network-words.ts";
import type { Reading } from "./reading.ts";
import { isWellKnownStart } from "./special-blocks.ts";
import { findShortVersionContext, findVersionContext } from "./version-context.ts";

const maskPart = /^(?:x{1,3}|\*{1,3}|n{1,3}|[yz])$/i;
const usualMaskPart = /^(?:x{1,3}|\*{1,3})$/i;
const octetPart = /^(?:0|[1-9]\d{0,2})$/;

/** `xxx.xxx.xxx.xxx` */
const LONGEST_FORM = 15;

type Shape = {
  readonly octets: readonly number[];
  readonly parts: number;
  readonly middle: boolean;
  readonly usual: boolean;
};

/** Reads `100.64.x.x`, `10.*`, `192.168.1.X` at `[start, end)`; false when the text there is not of that form. */
export function readWildcard(reading: Reading, start: number, end: number): boolean {
  const { text, notes } = reading;
  if (end - start > LONGEST_FORM) return false;
  const shape = readShape(text.slice(start, end));
  if (shape === undefined) return false;
  const version =
    shape.parts < 4 && !isKnown(shape)
      ? findShortVersionContext(text, start, end)
      : findVersionContext(text, start, end);
  if (version !== undefined || shape.octets.length === 0) {
    notes.reject(start, end, version ?? "all octets are masked");
    return true;
  }
  const written = text.charAt(end) === "/" ? numberAt(text, end + 1, 2) : undefined;
  const cidr = coveringBlock(shape.octets, written?.value);
  const placeEnd = written?.end ?? end;
  const reason = shape.middle
    ? "masked octets before a written one: the block that covers them all"
    : "masked octets stand for every value";
  notes.add({ kind: "wildcard", start, end: placeEnd, value: cidr, reason, sure: isSure(reading, shape, start, end) });
  return true;
}

function readShape(form: string): Shape | undefined {
  const parts = form.split(".");
  if (parts.length < 2 || parts.length > 4) return undefined;
  const masked = parts.findIndex((part) => maskPart.test(part));
  if (masked < 0 || !parts.every((part) => maskPart.test(part) || octetPart.test(part))) return undefined;
  const octets = parts.slice(0, masked).map(Number);
  if (octets.some((octet) => octet > 255)) return undefined;
  const rest = parts.slice(masked);
  return {
    octets,
    parts: parts.length,
    middle: rest.some((part) => octetPart.test(part)),
    usual: rest.every((part) => usualMaskPart.test(part) || octetPart.test(part)),
  };
}

/** The block of the octets that are written; a prefix that is written as well may only make it wider. */
function coveringBlock(octets: readonly number[], written: number | undefined): Cidr {
  const padded = [...octets, 0, 0, 0].slice(0, 4);
  const address: Address = { family: 4, value: BigInt(padded.reduce((value, octet) => value * 256 + octet, 0)) };
  const fixed = 8 * octets.length;
  return cidrOf(address, written === undefined || written > fixed ? fixed : written);
}

/** Four parts are an address; fewer may be a version (`1.29.x`) unless the block is known or a word says so. */
function isSure({ text }: Reading, shape: Shape, start: number, end: number): boolean {
  const [first = 0] = shape.octets;
  if (shape.parts === 4) return true;
  if (!shape.usual || shape.middle) return false;
  if (isKnown(shape)) return true;
  if (shape.parts === 3 && shape.octets.length === 1 && (first === 10 || first === 127)) return true;
  if (text.startsWith("..", end)) return true;
  return first === 10 || first === 127
    ? hasMachineWord(text, start, end)
    : first > 0 && hasNetworkWord(text, start, end);
}

const isKnown = ({ octets: [first = 0, second], middle }: Shape): boolean =>
  !middle && second !== undefined && isWellKnownStart(first, second);
