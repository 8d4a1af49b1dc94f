import { formatAddress, parseAddress } from "../../../network/address.ts";
import { cidrOf, firstAddress, formatCidr, lastAddress } from "../../../network/cidr.ts";
import { headAndTail } from "../../../question/recognise-topics.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";

const MOST_SAID = 2;
const BITS = 32;
const ALL_ONES = 0xffff_ffffn;

/** `/27` by itself; in `10.0.0.0/27` it belongs to a block. */
const bareLength = /(?<![\w.:/])\/(\d{1,2})(?![\w/]|\.\w)/g;
/** What looks like a netmask, or like a wildcard mask of an access list. */
const dottedMask = /(?<![\w.:])(?:255|0)(?:\.\d{1,3}){3}(?![\w:/]|\.\w)/g;
/** `172.16.12.9 netmask 255.255.252.0`, `10.0.0.0 / 255.0.0.0`. */
const addressWithMask =
  /(?<![\w.:])(\d{1,3}(?:\.\d{1,3}){3})(?:[ \t]*[,/(][ \t]*|[ \t]+)(?:(?:with )?(?:sub|net)?(?:net)?mask(?: is|:)? )?(255(?:\.\d{1,3}){3})(?![\w:/]|\.\w)/gi;
const asksForMask = /\bhow (?:many|big|large)\b|\b(?:net|wildcard )?masks?\b|\bslash\b|\bcidr\b|\bprefix\b|\d\/255\./i;
/** A length is written in passing far more often than asked about. */
const asksForLength =
  /\bhow (?:many|big|large) (?:usable |free )?(?:hosts|addresses|ips)\b|\bmask\b|\bnetmask\b|\bwhat(?:'s| is| does| has)? (?:an? )?\/\d/i;

/** What a netmask, wildcard mask or prefix length comes to, where it stands by itself: length, mask and number of addresses. */
export function describeMasks({ reading }: Situation): Piece[] {
  const text = headAndTail(reading.text);
  if (!asksForMask.test(text) && !asksForLength.test(text)) return [];
  const lengths = (asksForLength.test(text) ? [...text.matchAll(bareLength)] : []).flatMap(([written, digits]) =>
    sayLength(written, Number(digits)),
  );
  const masks = [...text.matchAll(dottedMask)].flatMap(([written]) => sayMask(written));
  const blocks = [...text.matchAll(addressWithMask)].flatMap(([, address = "", mask = ""]) => sayBlock(address, mask));
  return [...new Set([...blocks, ...masks, ...lengths])].slice(0, MOST_SAID).map((said) => ({
    slot: "detail",
    priority: priorities.mask,
    text: said,
    evidence: [computedEvidence(`mask-${said}`, said)],
  }));
}

function sayLength(written: string, length: number): string[] {
  if (length < 8 || length > BITS) return [];
  return [`In IPv4 \`${written}\` is netmask ${maskOf(length)}: ${sayCount(length)}.`];
}

/** The block that an address and its mask mean. */
function sayBlock(written: string, mask: string): string[] {
  const address = parseAddress(written);
  const length = lengthOf(parseAddress(mask)?.value ?? 0n);
  if (address === undefined || !length) return [];
  const block = cidrOf(address, length);
  const ends = `${formatAddress(firstAddress(block))} to ${formatAddress(lastAddress(block))}`;
  return [`\`${written}\` with mask ${mask} is in ${formatCidr(block)}: ${ends}.`];
}

function sayMask(written: string): string[] {
  const value = parseAddress(written)?.value;
  if (value === undefined) return [];
  const isWildcard = written.startsWith("0.");
  const length = lengthOf(isWildcard ? value ^ ALL_ONES : value);
  if (length === undefined || length === 0 || length === BITS) return [];
  return [`\`${written}\` is ${isWildcard ? "the wildcard mask of " : ""}/${length}: ${sayCount(length)}.`];
}

/** Network and broadcast address are no hosts; a /31 has neither (RFC 3021), a /32 is one host. */
function sayCount(length: number): string {
  const count = 2 ** (BITS - length);
  if (length >= BITS - 1) return length === BITS ? "one address" : "2 addresses, both for hosts";
  return `${count.toLocaleString("en-US")} addresses, ${(count - 2).toLocaleString("en-US")} of them for hosts`;
}

function maskOf(length: number): string {
  return formatAddress({ family: 4, value: (ALL_ONES << BigInt(BITS - length)) & ALL_ONES });
}

/** The number of ones where they all come first; undefined for what is no mask. */
function lengthOf(mask: bigint): number | undefined {
  const ones = mask.toString(2).padStart(BITS, "0");
  return /^1*0*$/.test(ones) ? ones.replaceAll("0", "").length : undefined;
}
