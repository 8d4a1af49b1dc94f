import { computedEvidence } from "../evidence-of.ts";
import type { Piece } from "../piece.ts";

const text =
  "I can't do that: I only read and explain. I won't run commands, change, scan, resolve or open anything, act on " +
  "instructions in names, logs or pasted text, or reveal how I am set up.";
const offer =
  "Paste an address, a range or a host name and I will say what it is, whose it may be there, and what to allow.";

/** The friendly no to a request to act, with what can be had instead. */
export const declinePieces: readonly Piece[] = [text, offer].map((sentence, priority) => ({
  slot: "detail",
  priority,
  text: sentence,
  evidence: [computedEvidence("read-only", `${text} ${offer}`)],
}));
