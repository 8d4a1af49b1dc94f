import type { Audience } from "../../../question/audience.ts";
import type { Answer, Step } from "../../answer.ts";

/** What a rule may look at besides the statement itself. */
export type VerifyContext = { readonly answer: Answer; readonly audience: Audience };

/** All that a reader gets to see of a statement or a step: its words, and what it gives to paste. */
export function shownBy({ text, command, snippet }: Step): string {
  return [text, command, snippet?.text].filter((part) => part !== undefined).join("\n");
}

/** One thing every statement that goes out must hold to. `judge` says what is wrong, or undefined. */
export type VerifyRule = {
  readonly name: string;
  readonly judge: (statement: Step, context: VerifyContext) => string | undefined;
};
