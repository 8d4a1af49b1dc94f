import {
  CLOSE_BRACKET,
  COLON,
  isLetterOrDigit,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PERCENT,
  SLASH,
} from "./character-classes.ts";
import { wordsBefore } from "./look-around.ts";

export type Verdict = { readonly accepted: boolean; readonly reason: string };

const addressWords = new Set([
  ..."ip ips ipv6 ip6 address addr addresses inet6 host from to src dst source destination ping ping6 gateway via dev peer".split(
    " ",
  ),
  ..."listen bind listening nameserver server aaaa route is".split(" "),
]);

const accept = (reason: string): Verdict => ({ accepted: true, reason });
const refuse = (reason: string): Verdict => ({ accepted: false, reason });

/** Decides whether the well-formed IPv6 text at `[start, end)` is meant as an address. */
export function judgeIpv6(text: string, start: number, end: number): Verdict {
  const form = text.slice(start, end);
  const groups = form.split(":");
  const bracketed = text.charCodeAt(start - 1) === OPEN_BRACKET && text.charCodeAt(end) === CLOSE_BRACKET;
  if (bracketed && isSlice(text, start - 2, form)) return refuse("the slice of a list in a program");
  if (groups.every((group) => group.length === 2) && groups.length === 8)
    return refuse("eight pairs of hexadecimal digits: a hardware address (EUI-64)");
  if (isEmojiCode(text, start, end)) return refuse("words between colons: the code of an emoji");
  if (text.charCodeAt(end) === OPEN_PARENTHESIS) return refuse("the call of a function");
  const marked = bracketed || isPrefixOrZone(text, end);
  if (form === "::")
    return marked ? accept("the unspecified address, in brackets or with a prefix") : refuse("two colons alone");
  if (marked) return accept(bracketed ? "an IPv6 address in brackets" : "an IPv6 address with a prefix or a zone");
  if (/\d/.test(form)) return accept("groups of hexadecimal digits that make an IPv6 address");
  return judgeLettersOnly(text, start, groups);
}

/** `cafe::babe` has the shape of an address and of two names of a program. */
function judgeLettersOnly(text: string, start: number, groups: readonly string[]): Verdict {
  if (wordsBefore(text, start, 2).some((word) => addressWords.has(word)))
    return accept("an IPv6 address: a word about addresses stands before it");
  if (groups.every((group) => group === "" || group.length === 4) && groups.some((group) => group !== "")) {
    return accept("whole groups of four hexadecimal digits");
  }
  return refuse("letters around a double colon, without any digit: names of a program rather than an address");
}

const isPrefixOrZone = (text: string, end: number): boolean =>
  (text.charCodeAt(end) === SLASH && /\d/.test(text.charAt(end + 1))) || text.charCodeAt(end) === PERCENT;

/** `items[::2]`, `x[1::2]`: the bracket opens directly behind a name. */
function isSlice(text: string, before: number, form: string): boolean {
  const code = text.charCodeAt(before);
  return (isLetterOrDigit(code) || code === 95 || code === 41 || code === CLOSE_BRACKET) && /^\d*::\d*$/.test(form);
}

const isEmojiCode = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(start - 1) === COLON && text.charCodeAt(end) === COLON;
