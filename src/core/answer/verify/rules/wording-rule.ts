import type { Statement } from "../../answer.ts";

/** One thing other words for a statement must hold to, next to the statement itself. `judge` says what is wrong, or undefined. */
export type WordingRule = {
  readonly name: string;
  readonly judge: (wording: Statement, plain: Statement) => string | undefined;
};
