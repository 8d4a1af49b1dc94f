/** An IPv4 (RFC 791) or IPv6 (RFC 4291) address: `value` is the 32 or 128 bit number. Zone ids are not part of it. */
export type Address = { readonly family: 4 | 6; readonly value: bigint };

/** How many bits an address of this family has. */
export const addressBits: Readonly<Record<Address["family"], number>> = { 4: 32, 6: 128 };

/** The highest number an address of this family can have. */
export const highestValue: Readonly<Record<Address["family"], bigint>> = { 4: 0xffff_ffffn, 6: (1n << 128n) - 1n };

/** RFC 6874 unreserved characters: what interface names and numbers are made of. */
const zonePattern = /^[\w.~-]+$/;

/** The longest text that can be right: six full groups, a dotted quad, and a zone id of sensible length. */
const longestText = 45 + 1 + 64;

const colon = 0x3a;
const dot = 0x2e;
const zero = 0x30;

/**
 * Reads one address and nothing around it; undefined when the text is not exactly one. IPv4 is four decimal octets without
 * leading zeros (RFC 6943, section 3.1.1: the strict form, since `010.0.0.1` is read in two ways). IPv6 is any form of
 * RFC 4291, section 2.2; a zone id (RFC 4007) is accepted and dropped.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > longestText) return undefined;
  if (text.includes(":")) return parseIpv6(text);
  const value = readQuad(text, 0, text.length);
  return value === undefined ? undefined : { family: 4, value: BigInt(value) };
}

/** The number of the dotted quad that is all of `[start, end)`. Character by character: every candidate in a text comes through here. */
function readQuad(text: string, start: number, end: number): number | undefined {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      if (digits === 0) return undefined;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
      dots++;
    } else {
      const digit = code - zero;
      octet = octet * 10 + digit;
      digits++;
      const hasLeadingZero = digits > 1 && octet < 10;
      if (digit < 0 || digit > 9 || hasLeadingZero || octet > 255) return undefined;
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : undefined;
}

/** What each ASCII character is worth as a hexadecimal digit, -1 for those that are none. A table is twice as quick as comparing. */
const hexDigits = Int8Array.from({ length: 128 }, (_, code) =>
  "0123456789abcdef".indexOf(String.fromCharCode(code).toLowerCase()),
);

function hexDigit(code: number): number {
  return code < hexDigits.length ? (hexDigits[code] ?? -1) : -1;
}

/** Where an IPv6 number is taken apart and put together. One is enough: nothing that uses it yields. */
const octets = new DataView(new ArrayBuffer(16));
const groupOffsets = [0, 2, 4, 6, 8, 10, 12, 14];

function parseIpv6(text: string): Address | undefined {
  const percent = text.indexOf("%");
  if (percent >= 0 && !zonePattern.test(text.slice(percent + 1))) return undefined;
  return readGroups(text, percent < 0 ? text.length : percent);
}

/** Reads the groups into `octets` one by one; undefined for a text that is no address. */
function readGroups(text: string, end: number): Address | undefined {
  let count = 0;
  let gap = -1;
  let at = 0;
  if (text.startsWith("::")) {
    gap = 0;
    at = 2;
  }
  while (at < end && count < 8) {
    const group = readHex(text, at, end);
    const stop = at + (group >>> 20);
    if (stop < end && text.charCodeAt(stop) === dot) return readLastQuad(text, at, end, count, gap);
    if (stop === at || stop > at + 4) return undefined;
    octets.setUint16(2 * count++, group & 0xffff);
    if (stop === end) return assemble(count, gap);
    if (text.charCodeAt(stop) !== colon || stop + 1 === end) return undefined;
    at = stop + 1;
    if (text.charCodeAt(at) === colon) {
      if (gap >= 0) return undefined;
      gap = count;
      at++;
    }
  }
  return at < end ? undefined : assemble(count, gap);
}

/** The hexadecimal number at `start`, and above its 20 bits how many digits it has: five at most, which are one too many for a group. */
function readHex(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + 5);
  let value = 0;
  let at = start;
  for (; at < limit; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit < 0) break;
    value = (value << 4) | digit;
  }
  return ((at - start) << 20) | value;
}

/** The last 32 bits may be a dotted quad, which counts as two groups. */
function readLastQuad(text: string, start: number, end: number, count: number, gap: number): Address | undefined {
  const quad = count > 6 ? undefined : readQuad(text, start, end);
  if (quad === undefined) return undefined;
  octets.setUint32(2 * count, quad);
  return assemble(count + 2, gap);
}

/**
 * The address whose first groups are in `octets`. Those after a `::`, which stands before group `gap`, or nowhere when that is -1, move to
 * the end, and zeros come where it was: it stands for one group at least, as RFC 4291 says.
 */
function assemble(count: number, gap: number): Address | undefined {
  if (gap < 0 ? count !== 8 : count > 7) return undefined;
  for (let to = 7; gap >= 0 && to >= gap; to--) {
    const from = to - 8 + count;
    octets.setUint16(2 * to, from >= gap ? octets.getUint16(2 * from) : 0);
  }
  return { family: 6, value: (octets.getBigUint64(0) << 64n) | octets.getBigUint64(8) };
}

/** Canonical text: dotted quad, or RFC 5952 with the dotted quad of its section 5 for IPv4-mapped addresses. */
export function formatAddress(address: Address): string {
  if (address.family === 4) return formatQuad(Number(address.value));
  if (address.value >> 32n === 0xffffn) return `::ffff:${formatQuad(Number(address.value & 0xffff_ffffn))}`;
  return formatGroups(address.value);
}

/** RFC 5952 without dotted quad, also for IPv4-mapped values: how a block such as ::ffff:0:0/96 is written. */
export function formatGroups(value: bigint): string {
  octets.setBigUint64(0, value >> 64n);
  octets.setBigUint64(8, value);
  const groups = groupOffsets.map((offset) => octets.getUint16(offset));
  const { start, length } = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(":");
  return `${hex.slice(0, start).join(":")}::${hex.slice(start + length).join(":")}`;
}

function formatQuad(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** The first of the longest runs of zero groups (RFC 5952, section 4.2.3). */
function longestZeroRun(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best;
}

/** Orders IPv4 before IPv6, then by number; negative, zero or positive as `Array.sort` wants it. */
export function compareAddresses(a: Address, b: Address): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.value === b.value) return 0;
  return a.value < b.value ? -1 : 1;
}

/** An IPv4-mapped IPv6 address is not the same as its IPv4 address: they differ on the wire. */
export function isSameAddress(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value;
}

/** The address after this one, or undefined after the family's last. */
export function nextAddress(address: Address): Address | undefined {
  if (address.value === highestValue[address.family]) return undefined;
  return { family: address.family, value: address.value + 1n };
}

/** The address before this one, or undefined before the family's first. */
export function previousAddress(address: Address): Address | undefined {
  if (address.value === 0n) return undefined;
  return { family: address.family, value: address.value - 1n };
}
