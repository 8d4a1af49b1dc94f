import { parseAddress } from "../../network/address.ts";
import type { NotedFinding } from "./notes.ts";
import type { Reading } from "./reading.ts";

const MAX_IPV4 = 0xffff_ffff;

/** Notes why four dotted numbers are no address: a leading zero, an octet over 255, or numbers no address has. */
export function explainBrokenQuad({ text, notes }: Reading, start: number, end: number): void {
  const quad = text.slice(start, end);
  const octets = quad.split(".");
  const refusal = refuseNumbers(octets);
  if (refusal !== undefined) notes.reject(start, end, refusal);
  else if (octets.some(hasLeadingZero)) {
    notes.addFinding({ start, end, kind: "leading-zero", explanation: explainLooseForm(quad, octets) });
  } else {
    const worst = octets.find((octet) => Number(octet) > 255) ?? "";
    const explanation = `${quad} is not a valid IPv4 address: ${worst} is over 255, the highest value of an octet.`;
    notes.addFinding({ start, end, kind: "octet-over-255", explanation });
  }
}

function refuseNumbers(octets: readonly string[]): string | undefined {
  if (/^(?:19|20)\d\d$/.test(octets[0] ?? "")) return "a date or a version that starts with a year";
  const isLong = octets.some((octet) => octet.length > 4 || (octet.length > 3 && !hasLeadingZero(octet)));
  return isLong ? "a version or another dotted number: one part has more than three digits" : undefined;
}

const hasLeadingZero = (octet: string): boolean => octet.length > 1 && octet.startsWith("0");

/** Notes the forms that only lenient parsers read: hexadecimal or octal parts, fewer than four parts, one whole number. */
export function explainLooseAddress(
  kind: NotedFinding["kind"],
  { text, notes }: Reading,
  start: number,
  end: number,
): void {
  const form = text.slice(start, end);
  const parts = form.split(".");
  // With a leading zero programs differ: none of the readings is what is meant.
  const readsAs = kind === "leading-zero" ? undefined : parseAddress(readAsInetAton(parts) ?? "");
  const explanation = explainLooseForm(form, parts);
  notes.addFinding({ start, end, kind, explanation, ...(readsAs ? { readsAs } : {}) });
}

function explainLooseForm(form: string, parts: readonly string[]): string {
  const lenient = readAsInetAton(parts);
  const decimal = parts.length === 4 ? readAsDecimal(parts) : undefined;
  const readings = [
    lenient === undefined
      ? "inet_aton (C, ping, curl, browsers) refuses it"
      : `inet_aton (C, ping, curl, browsers) reads ${lenient}`,
    ...(decimal === undefined ? [] : [`parsers that drop leading zeros read ${decimal}`]),
    "strict parsers (RFC 6943, section 3.1.1) refuse it",
  ];
  return `${form} is read in different ways: ${readings.join("; ")}.`;
}

/** POSIX inet_aton: `0x` is hexadecimal, a leading 0 octal, and the last of fewer than four parts fills the rest. */
export function readAsInetAton(parts: readonly string[]): string | undefined {
  if (parts.length > 4) return undefined;
  const numbers = parts.map(readCNumber);
  let value = 0;
  for (const [index, number] of numbers.entries()) {
    const isLast = index === numbers.length - 1;
    const limit = isLast ? 256 ** (5 - numbers.length) : 256;
    if (number === undefined || number >= limit) return undefined;
    value += isLast ? number : number * 256 ** (3 - index);
  }
  return value > MAX_IPV4 ? undefined : dotted(value);
}

function readCNumber(part: string): number | undefined {
  if (/^0x[0-9a-f]+$/i.test(part)) return Number.parseInt(part, 16);
  if (/^0[0-7]*$/.test(part)) return Number.parseInt(part, 8);
  return /^[1-9]\d*$/.test(part) ? Number(part) : undefined;
}

function readAsDecimal(parts: readonly string[]): string | undefined {
  const numbers = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : 256));
  return numbers.every((number) => number <= 255) ? numbers.join(".") : undefined;
}

const dotted = (value: number): string =>
  [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map((part) => Math.floor(part) % 256).join(".");
