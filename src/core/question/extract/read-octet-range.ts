import { type Address, parseAddress } from "../../network/address.ts";
import { DOT } from "./character-classes.ts";
import type { Reading } from "./reading.ts";

/** The last octet as a list or range of a shell or of Ansible, behind three octets: `10.0.0.[1-5]`, `10.0.0.{1..5}`, `10.0.0.{1,4,9}`. */
const bracketed = /^[[{](\d{1,3})(?:(?:-|\.\.|:)(\d{1,3})|((?:,\d{1,3}){1,32}))[\]}]/;

/** Reads the brackets at `end`, behind the three octets and the dot of `[start, end)`. Returns where it stopped; undefined when there are none. */
export function readBracketedOctets({ text, notes }: Reading, start: number, end: number): number | undefined {
  const open = text.charAt(end);
  if (text.charCodeAt(end - 1) !== DOT || (open !== "[" && open !== "{")) return undefined;
  const brackets = bracketed.exec(text.slice(end, end + 160));
  if (brackets === null) return undefined;
  const [written, first = "", last, rest] = brackets;
  const place = { start, end: end + written.length };
  const at = (octet: string): Address | undefined => parseAddress(`${text.slice(start, end)}${octet}`);
  if (rest === undefined) {
    const ends = { first: at(first), last: at(last ?? first) };
    if (ends.first === undefined || ends.last === undefined || ends.last.value < ends.first.value) return undefined;
    const reason = "three octets and a range in brackets";
    notes.add({ kind: "range", ...place, value: { first: ends.first, last: ends.last }, reason });
    return place.end;
  }
  for (const octet of `${first}${rest}`.split(",")) {
    const value = at(octet);
    const reason = "three octets and a list in brackets";
    if (value !== undefined) notes.add({ kind: "address", ...place, value, reason, hasPort: false });
  }
  return place.end;
}

const octetRange = /^(\d{1,3}(?:\.\d{1,3}){0,2})-(\d{1,3})((?:\.(?:x{1,3}|\*)){1,3})$/i;

/** Reads `172.16-31.x.x` at `[start, end)`: a range in one octet, all behind it masked. False when it is not of that form. */
export function readOctetRange({ text, notes }: Reading, start: number, end: number): boolean {
  const [, written = "", high = "", masks] = octetRange.exec(text.slice(start, Math.min(end, start + 24))) ?? [];
  if (masks === undefined) return false;
  const octets = written.split(".");
  const fill = (last: string, filler: string): Address | undefined =>
    parseAddress([...octets.slice(0, -1), last, ...new Array<string>(4 - octets.length).fill(filler)].join("."));
  const first = fill(octets.at(-1) ?? "", "0");
  const last = fill(high, "255");
  if (first === undefined || last === undefined || last.value < first.value) return false;
  notes.add({
    kind: "range",
    start,
    end,
    value: { first, last },
    reason: "a range in one octet, with all behind it masked",
  });
  return true;
}
