import { literalsIn } from "../question/literals.ts";
import { telling } from "../question/telling-words.ts";
import type { Piece } from "./piece.ts";

/** What is read at first sight, in reading order within each slot, and what is of use but folded away. */
export type Choice = { readonly shown: readonly Piece[]; readonly folded: readonly Piece[] };

/** How much is shown; one table, so that it can be tuned as a whole (`npm run score`). */
export const roomFor = {
  /** What a reader takes in within twenty seconds; the question back and the sources come on top. */
  words: 109,
  folded: 6,
  /** Points taken off a piece all of whose words something chosen has said already. */
  repeated: 9,
  /** From these priorities on a piece is not shown even if there is room, and not even folded away. */
  leastUrgent: 25,
  leastUrgentFolded: 26,
  detail: 8,
  step: 1,
  check: 1,
};

/** Whether something is to the point: what is less urgent is not worth an answer. */
export function isToThePoint({ priority }: Piece): boolean {
  return priority < roomFor.leastUrgent;
}

/** A piece with its telling words and the figures it quotes, and its length in words, counted once. */
type Measured = { readonly piece: Piece; readonly words: ReadonlySet<string>; readonly length: number };

/**
 * Chooses among pieces, the most urgent first: the first detail leads, whatever its length; then each time the most urgent
 * one that fits, a piece that repeats what was said counting as less urgent. What is left is folded in its order.
 */
export function choosePieces(pieces: readonly Piece[]): Choice {
  const said = new Set<string>();
  const urgencyOf = ({ piece, words }: Measured) => piece.priority + roomFor.repeated * shareOf(words, said) ** 2;
  const shown: Piece[] = [];
  const hasDetail = pieces.some(mayLead);
  let open = pieces.map(measure);
  let left = roomFor.words;
  for (;;) {
    const isFirst = shown.length === 0 && hasDetail;
    const fitting = open.filter((one) => (isFirst ? mayLead(one.piece) : fits(one, shown, left)));
    const best = mostUrgent(fitting, urgencyOf);
    if (!best || (shown.length > 0 && urgencyOf(best) >= roomFor.leastUrgent)) break;
    shown.push(best.piece);
    open = open.filter((one) => one !== best);
    left -= best.length;
    for (const word of best.words) said.add(word);
  }
  const rest = open.filter(({ piece }) => piece.priority < roomFor.leastUrgentFolded);
  return { shown: inReadingOrder(shown), folded: rest.slice(0, roomFor.folded).map(({ piece }) => piece) };
}

function measure(piece: Piece): Measured {
  return { piece, words: telling(piece.text).union(literalsIn(piece.text)), length: countWords(piece) };
}

/** A sentence of the knowledge that is hardly to the point leads nowhere; what was calculated is at least about the question. */
function mayLead(piece: Piece): boolean {
  const isQuoted = piece.article !== undefined || piece.evidence[0]?.kind === "fact";
  return piece.slot === "detail" && (!isQuoted || isToThePoint(piece));
}

function mostUrgent(open: readonly Measured[], urgencyOf: (one: Measured) => number): Measured | undefined {
  let best: { readonly one: Measured; readonly urgency: number } | undefined;
  for (const one of open) {
    const urgency = urgencyOf(one);
    if (!best || urgency < best.urgency) best = { one, urgency };
  }
  return best?.one;
}

/** Lines to paste are what was asked for: they go out whatever room is left, and take no step's place. */
function fits({ piece, length }: Measured, shown: readonly Piece[], left: number): boolean {
  if (isToPaste(piece)) return true;
  const inSlot = shown.filter((one) => one.slot === piece.slot && !isToPaste(one)).length;
  return length <= left && inSlot < roomFor[piece.slot] && (!leans(piece) || isGrounded(piece, shown));
}

/** Filled in for this thread, and not the step of an article. */
function isToPaste({ slot, article, command, snippet }: Piece): boolean {
  return slot === "step" && article === undefined && (command ?? snippet) !== undefined;
}

/** What to do and to check speaks of what its article told; and a sentence may begin with "It". */
function leans({ slot, article, position = 0, text }: Piece): boolean {
  return article !== undefined && (slot !== "detail" || (position > 0 && leaning.test(text)));
}

const leaning = /^(?:it|its|they|their|these|those|this|that|then|both|otherwise|there|such|so|the same|the other)\b/i;

function isGrounded({ slot, article, position = 0 }: Piece, shown: readonly Piece[]): boolean {
  const before = shown.filter((one) => one.article === article && one.slot === "detail");
  return before.some((one) => slot !== "detail" || (one.position ?? 0) < position);
}

/** Sentences of one article stay together and in its order; one may lean on the one before. */
function inReadingOrder(shown: readonly Piece[]): Piece[] {
  const groups = Map.groupBy(shown, (piece) => piece.article ?? piece);
  return [...groups.values()].flatMap((group) => group.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0)));
}

function shareOf(words: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : words.intersection(said).size / words.size;
}

function countWords({ command = "", snippet, text }: Piece): number {
  return `${command} ${text} ${snippet?.text ?? ""}`.trim().split(/\s+/).length;
}
