import type { Audience } from "../../../question/audience.ts";
import type { Answer, Statement } from "../../answer.ts";

/** What a rule may look at besides the statement itself. */
export type VerifyContext = { readonly answer: Answer; readonly audience: Audience };

/** One thing every statement that goes out must hold to. `judge` says what is wrong, or undefined. */
export type VerifyRule = {
  readonly name: string;
  readonly judge: (statement: Statement, context: VerifyContext) => string | undefined;
};
