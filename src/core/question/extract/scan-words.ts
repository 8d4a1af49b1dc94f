import { COLON, DOT, isUnspacedScript, isWordCode } from "./character-classes.ts";
import { readPart } from "./read-part.ts";
import { readUnspacedWord, readWord } from "./read-word.ts";
import type { Reading } from "./reading.ts";

/** Longer than any name or address with its decoration; what is longer is data, and is passed over as a whole. */
const LONGEST_WORD = 1024;

/** Goes through the text once, word by word, and reads each; the cost is linear whatever the text holds. */
export function scanWords(reading: Reading): void {
  const { text, notes } = reading;
  for (let at = 0; at < text.length; ) {
    if (!isWordCode(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    if (notes.isFull()) {
      notes.reject(at, text.length, "not read: the text names more addresses and names than are kept");
      return;
    }
    at = scanWord(reading, at);
  }
}

function scanWord(reading: Reading, start: number): number {
  const { text, notes } = reading;
  let dots = 0;
  let colons = 0;
  let doubleDots = false;
  let unspaced = false;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (!isWordCode(code)) break;
    if (code === DOT) {
      dots += 1;
      doubleDots ||= text.charCodeAt(end + 1) === DOT;
    } else if (code === COLON) colons += 1;
    else if (code > 0x0dff && isUnspacedScript(code)) unspaced = true;
  }
  if (end - start > LONGEST_WORD) {
    notes.reject(start, end, "too long to be an address or a name");
    return end;
  }
  if (unspaced) return readUnspacedWord(reading, start, end);
  if (dots === 0 && colons === 0) return readPart(reading, start, end);
  return readWord(reading, start, end, { colons, isWhole: colons === 0 && !doubleDots });
}
