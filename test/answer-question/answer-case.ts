import type { Action } from "../../src/core/answer/answer.ts";
import type { Question } from "../../src/core/question/question.ts";

/** A question as someone would type it, and what a fair reader expects: what is said, and what is never said. */
export type AnswerCase = {
  readonly ask: string;
  readonly thread?: Question["thread"];
  readonly product?: string;
  /** The bot was not called. */
  readonly overheard?: true;
  readonly audience?: Question["audience"];
  readonly action: Action;
  readonly says?: readonly RegExp[];
  readonly never?: readonly RegExp[];
};
