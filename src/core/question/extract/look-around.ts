import { isDigit, isLetterOrDigit, isLineBreak, isSpace } from "./character-classes.ts";

/** A lower-case word beside some place. Empty when none is near; `start` and `end` are its place. */
export type NearbyWord = { readonly word: string; readonly start: number; readonly end: number };

const LONGEST_GAP = 16;
const LONGEST_WORD = 40;
/** What may stand between a word and what it speaks of: quotes, brackets, emphasis, `=` and `:`. */
const loose = new Set([..." \t\"'`=:([<>*_~#|-"].map((character) => character.charCodeAt(0)));
const isPartOfWord = (code: number): boolean => isLetterOrDigit(code) || code === 95;

/** The word that ends before `position`, past loose punctuation. Commas, full stops and line breaks part them. */
export function wordBefore(text: string, position: number): NearbyWord {
  let end = position;
  while (end > 0 && position - end < LONGEST_GAP && loose.has(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isPartOfWord(text.charCodeAt(start - 1))) start -= 1;
  return { word: text.slice(start, end).toLowerCase(), start, end };
}

/** The word that starts after `position`, past loose punctuation and closing brackets. */
export function wordAfter(text: string, position: number): NearbyWord {
  let start = position;
  while (start - position < LONGEST_GAP && isLooseAfter(text.charCodeAt(start))) start += 1;
  let end = start;
  while (end - start < LONGEST_WORD && isPartOfWord(text.charCodeAt(end))) end += 1;
  return { word: text.slice(start, end).toLowerCase(), start, end };
}

const isLooseAfter = (code: number): boolean => loose.has(code) || code === 41 || code === 93;

/** Up to `count` words before `position`, the nearest first, within the line; commas do not part them. */
export function wordsBefore(text: string, position: number, count: number): readonly string[] {
  const words: string[] = [];
  let at = position;
  while (words.length < count) {
    let near = wordBefore(text, at);
    if (near.word === "" && ",;.".includes(text.charAt(near.end - 1)) && near.end > 0)
      near = wordBefore(text, near.end - 1);
    if (near.word === "") break;
    words.push(near.word);
    at = near.start;
  }
  return words;
}

/** Up to `count` words after `position`, the nearest first. */
export function wordsAfter(text: string, position: number, count: number): readonly string[] {
  const words: string[] = [];
  let at = position;
  while (words.length < count) {
    const near = wordAfter(text, at);
    if (near.word === "") break;
    words.push(near.word);
    at = near.end;
  }
  return words;
}

/** The number of one to `most` digits at `position`, with nothing glued behind it; undefined when there is none. */
export function numberAt(
  text: string,
  position: number,
  most: number,
): { readonly value: number; readonly end: number } | undefined {
  let end = position;
  while (end - position <= most && isDigit(text.charCodeAt(end))) end += 1;
  if (end === position || end - position > most || isLetterOrDigit(text.charCodeAt(end))) return undefined;
  return { value: Number(text.slice(position, end)), end };
}

/** Whether only blanks, or nothing, lie between `position` and the start of its line. */
export function startsLine(text: string, position: number): boolean {
  let at = position - 1;
  while (at >= 0 && position - at < LONGEST_GAP && isSpace(text.charCodeAt(at))) at -= 1;
  return at < 0 || isLineBreak(text.charCodeAt(at));
}

const LONGEST_CREDENTIALS = 128;

/** The lower-case scheme of the URL whose host starts at `position`, credentials skipped; undefined when none does. */
export function urlSchemeBefore(text: string, position: number): string | undefined {
  const hostStart = skipCredentials(text, position);
  if (!text.startsWith("://", hostStart - 3) || hostStart < 4) return undefined;
  let start = hostStart - 3;
  while (start > 0 && hostStart - start < 24 && isSchemeCode(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, hostStart - 3).toLowerCase();
}

const isSchemeCode = (code: number): boolean => code < 128 && (isLetterOrDigit(code) || code === 43 || code === 45);

function skipCredentials(text: string, position: number): number {
  if (text.charCodeAt(position - 1) !== 64) return position;
  for (let at = position - 2; at >= 2 && position - at < LONGEST_CREDENTIALS; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === 47) return at + 1;
    if (code <= 32) break;
  }
  return position;
}
