import { decodeBackslash, decodeEntity, decodePercent, dropColourCode } from "./decode-escape.ts";
import { dropQuoteHead, dropSlackReference } from "./drop-markup.ts";
import { foldCharacter } from "./fold-character.ts";
import { type PositionMap, PositionMapBuilder, unchangedPositions } from "./position-map.ts";
import type { ReadReplacement, Replacement } from "./replacement.ts";
import { undoDefanging, undoSpelledDot } from "./undo-defanging.ts";

/** The text as a reader means it, and the way back to the places of the original. */
export type NormalisedText = { readonly text: string; readonly positions: PositionMap };

const firstOf =
  (...readers: readonly ReadReplacement[]): ReadReplacement =>
  (text, position) => {
    for (const read of readers) {
      const replacement = read(text, position);
      if (replacement !== undefined) return replacement;
    }
    return undefined;
  };

/** By first character; all characters beyond ASCII go to `foldCharacter`. */
const readersByCode: readonly (ReadReplacement | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === "\\") return decodeBackslash;
  if (character === "&") return decodeEntity;
  if (character === "%") return decodePercent;
  if (character === "<") return dropSlackReference;
  if (character === "[") return firstOf(undoDefanging, dropColourCode, dropQuoteHead);
  if (character === "(" || character === "{") return undoDefanging;
  if (character === " ") return undoSpelledDot;
  return code === 0x1b ? dropColourCode : undefined;
});

/**
 * Undoes what hides an address without changing it: escapes, markup, defanging, look-alike and invisible characters. One pass; text
 * without any of these is returned as it is.
 */
export function normaliseText(original: string): NormalisedText {
  const first = findReplacement(original, 0);
  if (first === undefined) return { text: original, positions: unchangedPositions };
  const writer = new TextWriter(original);
  for (let next: Found | undefined = first; next !== undefined; ) {
    writer.replace(next.position, next.replacement);
    next = findReplacement(original, next.position + next.replacement.length);
  }
  return writer.finish();
}

type Found = { readonly position: number; readonly replacement: Replacement };

function findReplacement(text: string, from: number): Found | undefined {
  for (let position = from; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    const read = code < 128 ? readersByCode[code] : foldCharacter;
    const replacement = read?.(text, position);
    if (replacement !== undefined) return { position, replacement };
  }
  return undefined;
}

const BUFFER_LENGTH = 8192;

/** Writes into a small buffer of code units: a string per piece would make millions of them in a flood. */
class TextWriter {
  private readonly original: string;
  private readonly positions = new PositionMapBuilder();
  private readonly buffer = new Uint16Array(BUFFER_LENGTH);
  private readonly chunks: string[] = [];
  private used = 0;
  private read = 0;
  private written = 0;

  constructor(original: string) {
    this.original = original;
  }

  replace(position: number, { length, text }: Replacement): void {
    this.copyUpTo(position);
    this.positions.replace(this.written, text.length, position, length);
    for (let i = 0; i < text.length; i += 1) this.put(text.charCodeAt(i));
    this.read = position + length;
  }

  finish(): NormalisedText {
    this.copyUpTo(this.original.length);
    this.flush();
    return { text: this.chunks.join(""), positions: this.positions.build() };
  }

  private copyUpTo(end: number): void {
    for (; this.read < end; this.read += 1) this.put(this.original.charCodeAt(this.read));
  }

  private put(code: number): void {
    if (this.used === BUFFER_LENGTH) this.flush();
    this.buffer[this.used] = code;
    this.used += 1;
    this.written += 1;
  }

  private flush(): void {
    this.chunks.push(String.fromCharCode(...this.buffer.subarray(0, this.used)));
    this.used = 0;
  }
}
