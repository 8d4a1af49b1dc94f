import { wordAfter } from "./look-around.ts";
import type { Reading } from "./reading.ts";

const units = new Set(
  "s ms us ns m min minutes sec secs second seconds h hour hours percent kb mb gb mib gib cpu cores x k m".split(" "),
);

/** Reads `.241` or `.25.10` at `[start, end)`, the dot included, as the end of an address that stands before it. */
export function readSuffix({ text, notes }: Reading, start: number, end: number): void {
  const parts = text.slice(start + 1, end).split(".");
  const octets = parts.map(Number);
  const isPlausible =
    parts.length <= 3 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part)) &&
    octets.every((octet) => octet <= 255);
  if (!isPlausible)
    notes.reject(start, end, "a dotted number that starts with a dot: an object identifier or a decimal");
  else if (text.charAt(end) !== "%" && !units.has(wordAfter(text, end).word))
    notes.add({ kind: "suffix", start, end, octets });
}
