import { addressBits, formatAddress, parseAddress } from "../../network/address.ts";
import { cidrOf, formatCidr } from "../../network/cidr.ts";
import { type Direction, type PseudonymKey, pseudonymiseAddress } from "./pseudonymise-address.ts";

/**
 * An address, perhaps with a prefix length, with nothing joined to it that could be part of it. A port, the dot that ends
 * a sentence and the dash of a range may follow.
 */
const ipv4 = /(?<![\p{L}\p{N}_.:/%-])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,3})?(?![\p{L}\p{N}_/%]|\.[\p{L}\p{N}]|-\d)/u;
const ipv6 =
  /(?<![\p{L}\p{N}_.:/%-])(?=[\da-f]*:[\da-f]*:)[\da-f:]+(?:\.\d{1,3}){0,3}(?:\/\d{1,3})?(?![\p{L}\p{N}_:/%]|\.[\p{L}\p{N}]|-\d)/u;
const token = new RegExp(`${ipv6.source}|${ipv4.source}`, "gu");

/**
 * What would tell an address in a way that cannot be put back: a quad in other notation, a wildcard, digits between dashes,
 * groups between colons, an address as one number.
 */
const remains = /\d+\.\d+\.\d+\.\d|\d\.(?:x|\*)|\d-\d|[\da-f]:[\da-f]*:|::|0x[\da-f]{3}|\d{8}/i;
const shortNumber = /(?<![\d.])(\d{1,3})\.\d{1,3}(?:\.\d{1,3})?(?![\d.]*\d)/g;

/**
 * The texts with a pseudonym for every address and network in them, for what leaves the machine; undefined where something
 * looks like an address, or like a part of one of them, and cannot be put back. Then the texts have to stay.
 */
export function hideAddresses(texts: readonly string[], key: PseudonymKey): string[] | undefined {
  const all = texts.join("\n");
  const firstOctets = new Set([...all.matchAll(token)].map(([found]) => found.split(".")[0]));
  const rest = all.replace(token, (found) => (pseudonymise(found, "hide", key) === undefined ? found : " "));
  // "1.29" is a version, unless an address begins with 1: then "1.29" may stand for a part of it.
  const isPartTold = [...rest.matchAll(shortNumber)].some(([, first]) => firstOctets.has(first ?? ""));
  if (remains.test(rest) || isPartTold) return undefined;
  return texts.map((text) => replaceAddresses(text, "hide", key));
}

/** The text with the addresses put back for their pseudonyms. What is none is left, and will stand in no evidence. */
export function revealAddresses(text: string, key: PseudonymKey): string {
  return replaceAddresses(text, "reveal", key);
}

function replaceAddresses(text: string, direction: Direction, key: PseudonymKey): string {
  return text.replace(token, (found) => pseudonymise(found, direction, key) ?? found);
}

/** Only what is written in the one canonical way: anything else could not be told from it on the way back. */
function pseudonymise(found: string, direction: Direction, key: PseudonymKey): string | undefined {
  const [text = "", lengthText] = found.split("/");
  const address = parseAddress(text);
  const prefixLength = lengthText === undefined ? address && addressBits[address.family] : Number(lengthText);
  if (!address || prefixLength === undefined || prefixLength > addressBits[address.family]) return undefined;
  const write = (written: typeof address) => writeAddress(written, prefixLength, lengthText !== undefined);
  return write(address) === found ? write(pseudonymiseAddress(address, prefixLength, direction, key)) : undefined;
}

function writeAddress(address: Parameters<typeof formatAddress>[0], prefixLength: number, isNetwork: boolean): string {
  if (!isNetwork) return formatAddress(address);
  const block = cidrOf(address, prefixLength);
  return block.address.value === address.value ? formatCidr(block) : `${formatAddress(address)}/${prefixLength}`;
}
