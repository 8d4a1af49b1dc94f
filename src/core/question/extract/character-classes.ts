/** Bits of the ASCII table below. */
const DIGIT = 1;
const HEX = 2;
const LETTER = 4;
const WORD = 8;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const digit = code >= 48 && code <= 57;
  const letter = (code | 32) >= 97 && (code | 32) <= 122;
  const hex = digit || (letter && (code | 32) <= 102);
  const word = digit || letter || ".:-_*".includes(String.fromCharCode(code));
  classes[code] = (digit ? DIGIT : 0) | (hex ? HEX : 0) | (letter ? LETTER : 0) | (word ? WORD : 0);
}

const has = (code: number, bits: number): boolean => code < 128 && ((classes[code] ?? 0) & bits) !== 0;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isHexDigit = (code: number): boolean => has(code, HEX);
export const isAsciiLetter = (code: number): boolean => has(code, LETTER);
export const isUpperCase = (code: number): boolean => code >= 65 && code <= 90;
export const isLetterOrDigit = (code: number): boolean => has(code, LETTER | DIGIT) || isLetterBeyondAscii(code);
export const isSpace = (code: number): boolean => code === 32 || code === 9;
export const isLineBreak = (code: number): boolean => code === 10 || code === 13;

/** A character that addresses and host names are made of: letters, digits, dot, colon, dash, underscore, star. */
export const isWordCode = (code: number): boolean => (code < 128 ? has(code, WORD) : isLetterBeyondAscii(code));

/** Scripts written without spaces, so that a name may stand directly beside a sentence: Thai, kana, Han, Hangul. */
export const isUnspacedScript = (code: number): boolean =>
  (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);

/** Greek and Cyrillic, whose letters pass for Latin ones. */
export const isLookAlikeScript = (code: number): boolean => code >= 0x0370 && code <= 0x052f;

/** Letters of the living scripts in the basic plane; coarse on purpose, since a host name is judged again by its suffix. */
export function isLetterBeyondAscii(code: number): boolean {
  if (code < 0xc0) return false;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);
}

export const DOT = 46;
export const COLON = 58;
export const DASH = 45;
export const UNDERSCORE = 95;
export const STAR = 42;
export const SLASH = 47;
export const AT = 64;
export const PERCENT = 37;
export const OPEN_BRACKET = 91;
export const CLOSE_BRACKET = 93;
export const OPEN_PARENTHESIS = 40;

/** Whether the character stands within `[start, end)`; unlike `indexOf` it never looks further, which keeps the scan linear. */
export function holds(text: string, code: number, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === code) return true;
  return false;
}
