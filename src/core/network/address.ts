/** An IPv4 (RFC 791) or IPv6 (RFC 4291) address: `value` is the 32 or 128 bit number. Zone ids are not part of it. */
export type Address = { readonly family: 4 | 6; readonly value: bigint };

/** How many bits an address of this family has. */
export const addressBits: Readonly<Record<Address["family"], number>> = { 4: 32, 6: 128 };

/** The highest number an address of this family can have. */
export const highestValue: Readonly<Record<Address["family"], bigint>> = { 4: 0xffff_ffffn, 6: (1n << 128n) - 1n };

const octetPattern = /^(?:0|[1-9]\d{0,2})$/;
const groupPattern = /^[0-9a-f]{1,4}$/i;
/** RFC 6874 unreserved characters: what interface names and numbers are made of. */
const zonePattern = /^[\w.~-]+$/;

/** The longest IPv6 text that can be right: six full groups, a dotted quad, and a zone id of sensible length. */
const longestText = 45 + 1 + 64;

/**
 * Reads one address and nothing around it; undefined when the text is not exactly one. IPv4 is four decimal octets without
 * leading zeros (RFC 6943, section 3.1.1: the strict form, since `010.0.0.1` is read in two ways). IPv6 is any form of
 * RFC 4291, section 2.2; a zone id (RFC 4007) is accepted and dropped.
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > longestText) return undefined;
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const value = readDottedQuad(text);
  return value === undefined ? undefined : { family: 4, value: BigInt(value) };
}

function readDottedQuad(text: string): number | undefined {
  const octets = text.split(".");
  if (octets.length !== 4) return undefined;
  let value = 0;
  for (const octet of octets) {
    const number = Number(octet);
    if (!octetPattern.test(octet) || number > 255) return undefined;
    value = value * 256 + number;
  }
  return value;
}

function parseIpv6(text: string): Address | undefined {
  const percent = text.indexOf("%");
  if (percent >= 0 && !zonePattern.test(text.slice(percent + 1))) return undefined;
  const groups = readGroups(percent < 0 ? text : text.slice(0, percent));
  if (groups === undefined) return undefined;
  const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
  return { family: 6, value };
}

/** The eight groups, the `::` filled with zeros. It stands for at least one group, as RFC 4291 says. */
function readGroups(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  const [head = "", tail] = halves;
  if (halves.length > 2) return undefined;
  const before = readHalf(head, tail === undefined);
  if (before === undefined) return undefined;
  if (tail === undefined) return before.length === 8 ? before : undefined;
  const after = readHalf(tail, true);
  if (after === undefined || before.length + after.length > 7) return undefined;
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** Groups between colons; only the last half of an address may end in a dotted quad, which counts as two groups. */
function readHalf(text: string, mayEndInQuad: boolean): readonly number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    const quad = mayEndInQuad && index === parts.length - 1 ? readDottedQuad(part) : undefined;
    if (quad !== undefined) groups.push(quad >>> 16, quad & 0xffff);
    else if (groupPattern.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** Canonical text: dotted quad, or RFC 5952 with the dotted quad of its section 5 for IPv4-mapped addresses. */
export function formatAddress(address: Address): string {
  if (address.family === 4) return formatQuad(Number(address.value));
  if (address.value >> 32n === 0xffffn) return `::ffff:${formatQuad(Number(address.value & 0xffff_ffffn))}`;
  return formatGroups(address.value);
}

/** RFC 5952 without dotted quad, also for IPv4-mapped values: how a block such as ::ffff:0:0/96 is written. */
export function formatGroups(value: bigint): string {
  const digits = value.toString(16).padStart(32, "0");
  const groups = Array.from({ length: 8 }, (_, i) => Number.parseInt(digits.slice(4 * i, 4 * i + 4), 16));
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
