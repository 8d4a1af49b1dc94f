import type { Evidence } from "../../evidence/evidence.ts";
import type { Snippet } from "../answer.ts";
import type { Situation } from "../select/situation.ts";

/** What can be pasted: one line for a shell, or some lines for a file. */
export type Code = { readonly command: string } | { readonly snippet: Snippet };

/** One thing to apply as it stands, filled with the thread's own values. */
export type Advice = {
  /** What the code does and the one thing to know before; it ends with a colon. */
  readonly text: string;
  readonly code: Code;
  /** The fields and options that the code sets. Each stands in `documented`. */
  readonly sets: readonly string[];
  /** One sentence: which values the code holds, and where they come from. */
  readonly values: string;
  /** What documents the form of the code. */
  readonly documented: readonly Evidence[];
};

/** Gives its kind of advice where the thread asks for it and says all that it takes; else undefined. */
export type Adviser = (situation: Situation) => Advice | undefined;
