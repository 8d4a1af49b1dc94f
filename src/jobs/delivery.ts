import type { Answer } from "../core/answer/answer.ts";
import type { Question, ThreadMessage } from "../core/question/question.ts";
import type { ReplyReference } from "./job.ts";

/**
 * What came of a post: all three are ordinary. `afterMs` stands for the other side's own word that it posted nothing and
 * when to come back (429 with Retry-After); without it the post may still be on its way, and the retry waits out a whole
 * lease. A `reason` is ours or a status, never a message's text.
 */
export type PostResult =
  | { readonly status: "posted"; readonly reply: ReplyReference }
  | { readonly status: "retry"; readonly reason: string; readonly afterMs?: number }
  | { readonly status: "refused"; readonly reason: string };

export type FindResult =
  | { readonly status: "found"; readonly reply: ReplyReference }
  | { readonly status: "absent" }
  | { readonly status: "retry"; readonly reason: string; readonly afterMs?: number };

/**
 * How one surface takes part in a job. None of these may retry by itself (the store does) or take longer than its
 * time-out, which is a quarter of the lease at most.
 */
export type Delivery = {
  /** The thread around the question as it stands now, oldest first, without the question itself; empty when it cannot be read. */
  readonly readThread: (question: Question) => Promise<readonly ThreadMessage[]>;
  /** Looks for our own earlier reply by its marker; called before a post is repeated, never before the first one. */
  readonly findReply: (question: Question) => Promise<FindResult>;
  /** Posts the reply with a marker that `findReply` recognises: the question's id. */
  readonly post: (question: Question, answer: Answer) => Promise<PostResult>;
};
