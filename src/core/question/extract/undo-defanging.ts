import { isDigit } from "./character-classes.ts";
import type { ReadReplacement } from "./replacement.ts";

/** What security people put in brackets so that nobody clicks it: `1.2.3[.]4`, `evil[dot]example`, `hxxp[://]`, `fe80[:]…`. */
const disguises: ReadonlyMap<string, string> = new Map([
  [".", "."],
  ["dot", "."],
  [":", ":"],
  ["colon", ":"],
  ["://", "://"],
  ["/", "/"],
  ["@", "@"],
  ["at", "@"],
]);
const longestDisguise = 5;
const SMALL_D = 100;
const closing: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}" };

/** Reads the word in "10 dot 0 dot 0 dot 1" as the dot that it spells. */
export const undoSpelledDot: ReadReplacement = (text, position) => {
  if (text.charCodeAt(position + 1) !== SMALL_D) return undefined;
  const isBetweenNumbers = isDigit(text.charCodeAt(position - 1)) && isDigit(text.charCodeAt(position + 5));
  return isBetweenNumbers && text.startsWith(" dot ", position) ? { length: 5, text: "." } : undefined;
};

/** Reads a bracketed separator as the separator itself; also the half-open `1.2.3[.4`. */
export const undoDefanging: ReadReplacement = (text, position) => {
  const close = closing[text.charAt(position)];
  if (close === undefined) return undefined;
  const inside = text.slice(position + 1, position + 2 + longestDisguise);
  const end = inside.indexOf(close);
  const separator = end > 0 ? disguises.get(inside.slice(0, end).toLowerCase()) : undefined;
  if (separator !== undefined) return { length: end + 2, text: separator };
  return /^\.[0-9]/.test(inside) && /[0-9]/.test(text.charAt(position - 1)) ? { length: 2, text: "." } : undefined;
};
