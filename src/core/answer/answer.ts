import type { Evidence, EvidenceId } from "../evidence/evidence.ts";
import type { Source } from "../knowledge/source.ts";
import type { Drawing } from "../path/draw/drawing.ts";

export type Action = "answer" | "clarify" | "silent" | "decline";

/** From the strongest: seen live; documented by the product; likely by the kind of evidence; merely possible. */
export type Certainty = "observed" | "documented" | "likely" | "possible";

/** One or two sentences of plain text (inline code in backticks, nothing else of Markdown) and what they rest on. */
export type Statement = { readonly text: string; readonly evidence: readonly EvidenceId[] };

/** A few lines to paste; what the thread did not give stands in them as an UPPERCASE word. */
export type Snippet = { readonly language: "yaml" | "json" | "nginx" | "sh" | "text"; readonly text: string };

/** Something to do or to check; `command` is a line to paste into a shell, `snippet` some lines for a file. */
export type Step = Statement & { readonly command?: string; readonly snippet?: Snippet };

/** The one question that decides, with answers to click or copy. */
export type ClarifyingQuestion = { readonly text: string; readonly options: readonly string[] };

/** A source as the reader sees it; `number` is how the text refers to it. */
export type Citation = Source & { readonly number: number };

/** The way of the packet that the answer speaks of, as it is drawn, and the facts that decide it. */
export type AnswerDrawing = Drawing & { readonly evidence: readonly Evidence[] };

/**
 * What goes out. It is plain data, so that it can be saved before it is posted and judged again later.
 * `details`, `steps` and `checks` follow the summary in this order and are read at first sight; `more` is also true
 * and of use, and is folded away where a surface can fold.
 */
export type Answer = {
  readonly action: Action;
  readonly summary: Statement | null;
  readonly details: readonly Statement[];
  readonly steps: readonly Step[];
  readonly checks: readonly Step[];
  readonly more: readonly Step[];
  readonly ask?: ClarifyingQuestion;
  /** In words and without measures; surfaces that show pictures draw it. */
  readonly drawing?: AnswerDrawing;
  readonly citations: readonly Citation[];
  readonly evidence: readonly Evidence[];
  readonly certainty: Certainty | null;
  readonly knowledgeVersion: string;
  readonly composedBy: "template" | { readonly model: string };
  /** Why this action was chosen; always there, also for silence. */
  readonly reason: string;
};
