import { isDigit } from "./character-classes.ts";
import type { ReadReplacement } from "./replacement.ts";

const escapedSpaces = "ntrfbv";
const unescapedPunctuation = "\"'/.[]_*-:()|<>`~#\\";

/**
 * Reads what JSON, shells, regular expressions and Markdown write with a backslash: `\n`, `\"`, `\u003e`, `\.`. A line break becomes
 * a space, so that the letter of `\n10.0.0.1` does not stick to the address.
 */
export const decodeBackslash: ReadReplacement = (text, position) => {
  const next = text.charAt(position + 1);
  if (next === "") return undefined;
  if (next === "u") return decodeUnicodeEscape(text, position);
  if (escapedSpaces.includes(next)) return { length: 2, text: " " };
  if (next === "\\") return { length: 1, text: "" };
  return unescapedPunctuation.includes(next) ? { length: 1, text: "" } : undefined;
};

function decodeUnicodeEscape(text: string, position: number): ReturnType<ReadReplacement> {
  const digits = text.slice(position + 2, position + 6);
  if (!/^00[2-7][0-9a-f]$/i.test(digits)) return undefined;
  return { length: 6, text: String.fromCharCode(Number.parseInt(digits, 16)) };
}

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["#39", "'"],
  ["#x27", "'"],
  ["#46", "."],
  ["#58", ":"],
  ["#47", "/"],
  ["#45", "-"],
  ["nbsp", " "],
  ["ndash", "-"],
  ["mdash", "-"],
  ["shy", ""],
]);
const longestEntity = 8;

/** Reads the character references that Slack and web pages put for `<`, `>`, `&`, quotes and dashes. */
export const decodeEntity: ReadReplacement = (text, position) => {
  const ahead = text.slice(position + 1, position + 1 + longestEntity);
  const end = ahead.indexOf(";");
  const decoded = end > 0 ? entities.get(ahead.slice(0, end)) : undefined;
  return decoded === undefined ? undefined : { length: end + 2, text: decoded };
};

/** Percent-encoded separators of URLs (RFC 3986): only those that end or join an address, so that `100%2` keeps its meaning. */
const percentCodes: ReadonlyMap<string, string> = new Map([
  ["3a", ":"],
  ["2f", "/"],
  ["5b", "["],
  ["5d", "]"],
  ["2c", ","],
  ["20", " "],
  ["0a", " "],
  ["0d", " "],
  ["3d", "="],
  ["26", "&"],
  ["40", "@"],
  ["2e", "."],
  ["25", "%"],
]);

export const decodePercent: ReadReplacement = (text, position) => {
  const decoded = percentCodes.get(text.slice(position + 1, position + 3).toLowerCase());
  return decoded === undefined ? undefined : { length: 3, text: decoded };
};

const longestColourCode = 12;

/** Reads a terminal's colour code (ECMA-48 CSI … m) as a space, also where the escape character itself was lost in a paste. */
export const dropColourCode: ReadReplacement = (text, position) => {
  const afterEscape = text.charCodeAt(position) === 0x1b ? position + 1 : position;
  if (text.charAt(afterEscape) !== "[") return undefined;
  let end = afterEscape + 1;
  while (end - afterEscape < longestColourCode && (isDigit(text.charCodeAt(end)) || text.charAt(end) === ";")) end += 1;
  const final = text.charAt(end);
  const complete = final === "m" && (end > afterEscape + 1 || afterEscape > position);
  const isCode = complete || (afterEscape > position && "KJHABCD".includes(final) && final !== "");
  return isCode ? { length: end + 1 - position, text: " " } : undefined;
};
