import { isDigit, isLetterOrDigit } from "./character-classes.ts";
import type { ReadReplacement, Replacement } from "./replacement.ts";

const removed: Replacement = { length: 1, text: "" };
const space: Replacement = { length: 1, text: " " };
const one = (text: string): Replacement => ({ length: 1, text });

/** First code points of the runs of ten digits that people's keyboards give: Arabic-Indic, Persian, Devanagari. */
const digitRuns = [0x0660, 0x06f0, 0x0966];

const lookAlikes: ReadonlyMap<number, Replacement> = new Map([
  [0x2024, one(".")],
  [0xfe52, one(".")],
  [0x2044, one("/")],
  [0x2215, one("/")],
  [0x2236, one(":")],
  [0xa789, one(":")],
  [0xfe55, one(":")],
  [0x2212, one("-")],
  [0xfe58, one("-")],
  [0xfe63, one("-")],
  [0x00a0, space],
  [0x1680, space],
  [0x202f, space],
  [0x205f, space],
  [0x3000, space],
  [0x2028, one("\n")],
  [0x2029, one("\n")],
]);

/**
 * Reads a character beyond ASCII as the ASCII one it stands for (full-width forms, other digits, dashes, spaces), and
 * nothing for those that cannot be seen (zero-width, soft hyphen, direction marks, variation selectors).
 */
export const foldCharacter: ReadReplacement = (text, position) => {
  const code = text.charCodeAt(position);
  if (isInvisible(code)) return removed;
  if (code >= 0xff01 && code <= 0xff5e) return one(String.fromCharCode(code - 0xfee0));
  if (code >= 0x2010 && code <= 0x2015) return one("-");
  if (code >= 0x2000 && code <= 0x200a) return space;
  if (code === 0x3002 || code === 0xff61) return readIdeographicStop(text, position);
  if (code === 0xd835) return readMathematicalDigit(text, position);
  const run = digitRuns.find((first) => code >= first && code < first + 10);
  return run === undefined ? lookAlikes.get(code) : one(String(code - run));
};

function isInvisible(code: number): boolean {
  if (code === 0xad || code === 0xfeff || code === 0x180e) return true;
  if (code >= 0x200b && code <= 0x200f) return true;
  if (code >= 0x202a && code <= 0x202e) return true;
  return (code >= 0x2060 && code <= 0x206f) || (code >= 0xfe00 && code <= 0xfe0f);
}

/** Between two digits or Latin letters 。 is a dot, as in host names typed on a Chinese keyboard; elsewhere it ends a sentence. */
function readIdeographicStop(text: string, position: number): Replacement {
  const joins =
    isNarrowLetterOrDigit(text.charCodeAt(position - 1)) && isNarrowLetterOrDigit(text.charCodeAt(position + 1));
  return joins ? one(".") : space;
}

function isNarrowLetterOrDigit(code: number): boolean {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return narrow < 128 && isLetterOrDigit(narrow);
}

/** U+1D7CE to U+1D7FF: five styles of the ten digits. */
function readMathematicalDigit(text: string, position: number): Replacement | undefined {
  const low = text.charCodeAt(position + 1);
  if (!(low >= 0xdfce && low <= 0xdfff)) return undefined;
  const digit = String((low - 0xdfce) % 10);
  return isDigit(digit.charCodeAt(0)) ? { length: 2, text: digit } : undefined;
}
