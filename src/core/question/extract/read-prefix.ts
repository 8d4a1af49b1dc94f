import { type Address, addressBits, formatAddress } from "../../network/address.ts";
import { type Cidr, cidrOf, formatCidr } from "../../network/cidr.ts";
import { isDigit, isLetterOrDigit, SLASH } from "./character-classes.ts";
import { numberAt, urlSchemeBefore } from "./look-around.ts";
import { maskLengthOf } from "./netmask.ts";
import type { Reading } from "./reading.ts";

/** What stands behind the slash: a prefix length, or nothing that is one. `tooLong` is a length the family does not have. */
export type PrefixReading =
  | { readonly kind: "prefix"; readonly prefixLength: number; readonly end: number }
  | { readonly kind: "tooLong"; readonly end: number }
  | { readonly kind: "none" };

const none: PrefixReading = { kind: "none" };
const netmaskBehindSlash = /^\/(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?![\w.]*\w)/;

/** Reads `/24` or `/255.255.255.0` at `end`, the end of an address that starts at `start`. In a URL the slash starts a path. */
export function readPrefix(text: string, start: number, end: number, family: Address["family"]): PrefixReading {
  const spaced = readSpacedPrefix(text, end, family);
  if (spaced !== undefined) return spaced;
  if (text.charCodeAt(end) !== SLASH || !isDigit(text.charCodeAt(end + 1))) return none;
  if (urlSchemeBefore(text, start) !== undefined || isSocketPath(text, start)) return none;
  const mask = family === 4 ? netmaskBehindSlash.exec(text.slice(end, end + 17))?.[1] : undefined;
  const maskLength = mask === undefined ? undefined : maskLengthOf(mask);
  if (mask !== undefined && maskLength !== undefined)
    return { kind: "prefix", prefixLength: maskLength, end: end + 1 + mask.length };
  const length = numberAt(text, end + 1, 3);
  if (length === undefined || isGlued(text, length.end)) return none;
  if (length.value > addressBits[family])
    return isBehindName(text, start) ? none : { kind: "tooLong", end: length.end };
  return { kind: "prefix", prefixLength: length.value, end: length.end };
}

/** `10.42.0.0 /16` and `10.42.0.0 / 16`: only a number that stands alone, so that neither a path nor a second address is taken for one. */
function readSpacedPrefix(text: string, end: number, family: Address["family"]): PrefixReading | undefined {
  const digits = /^ \/ ?(\d{1,3})(?![\w./:-]*\w)/.exec(text.slice(end, end + 12));
  const prefixLength = Number(digits?.[1]);
  if (digits === null || prefixLength < 8 || prefixLength > addressBits[family]) return undefined;
  return { kind: "prefix", prefixLength, end: end + digits[0].length };
}

/** `/dev/tcp/10.0.0.1/22`: the shell's way to write a port. */
const isSocketPath = (text: string, start: number): boolean =>
  /(?:tcp|udp)\/$/.test(text.slice(Math.max(0, start - 4), start));

/** `inside:10.0.0.5/443`, as firewalls log: directly behind a name with a colon or slash a number too high for a prefix is a port. */
const isBehindName = (text: string, start: number): boolean =>
  /[a-z][:/]$/i.test(text.slice(Math.max(0, start - 2), start));

/** `/24.5` or `/24/x`: neither is a prefix. */
function isGlued(text: string, end: number): boolean {
  const next = text.charAt(end);
  return (
    (next === "." && isLetterOrDigit(text.charCodeAt(end + 1))) || (next === "/" && /[a-z]/i.test(text.charAt(end + 1)))
  );
}

/** Notes the block an address and a prefix length write, and the finding when host bits were set. */
export function noteCidr(
  reading: Reading,
  place: { readonly start: number; readonly end: number },
  address: Address,
  prefixLength: number,
): Cidr {
  const cidr = cidrOf(address, prefixLength);
  if (cidr.address.value !== address.value) {
    const explanation =
      `${formatAddress(address)} is not the first address of a /${prefixLength}: the block is ${formatCidr(cidr)}. ` +
      "Some programs refuse this form, others clear the host bits silently.";
    reading.notes.addFinding({ ...place, kind: "host-bits-set", explanation });
  }
  return cidr;
}
