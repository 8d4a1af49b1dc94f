/** What must stay whole: a link, an entity, a span of inline code, a run of blanks, a word. */
const UNIT = /<[^<>]*>|&(?:amp|lt|gt);|`[^`\n]*`|\s+|[^\s<&`]+|./gsu;

/** The smallest unit: an entity or one code point, never half of a surrogate pair. */
const CHARACTER = /&(?:amp|lt|gt);|./gsu;

/**
 * Cuts escaped mrkdwn into pieces of at most `limit` UTF-16 code units, between words where possible, never inside an
 * entity or a link. Links must be shorter than `limit`. Pieces that are only blanks are dropped.
 */
export function splitMrkdwn(text: string, limit: number): string[] {
  const units = (text.match(UNIT) ?? []).flatMap((unit) =>
    unit.length > limit ? (unit.match(CHARACTER) ?? []) : [unit],
  );
  return joinUpTo(units, limit, "").filter((piece) => piece.trim() !== "");
}

/** Joins neighbours with `separator` into as few strings as stay within `limit`; each part is taken to fit alone. */
export function joinUpTo(parts: readonly string[], limit: number, separator: string): string[] {
  const joined: string[] = [];
  let current: string | undefined;
  for (const part of parts) {
    if (current !== undefined && current.length + separator.length + part.length <= limit) {
      current += separator + part;
      continue;
    }
    if (current !== undefined) joined.push(current);
    current = part;
  }
  if (current !== undefined) joined.push(current);
  return joined;
}
