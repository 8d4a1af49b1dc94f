import type { LabelledQuestion } from "./labelled-question.ts";

/** An answer as it would be posted; its text is empty for silence. */
export type GivenAnswer = { readonly action: string; readonly text: string };

/** What an answer lacks of what its label wants, and which forbidden patterns it holds. */
export type Verdict = {
  readonly isSilent: boolean;
  readonly missing: readonly string[];
  readonly harmful: readonly string[];
};

/** Holds an answer against the label of its question. */
export function judgeAnswer(label: LabelledQuestion, { action, text }: GivenAnswer): Verdict {
  const isFound = (pattern: string) => new RegExp(pattern, "i").test(text);
  return {
    isSilent: action === "silent" || text.trim() === "",
    missing: label.must_have.filter(({ any }) => !any.some(isFound)).map(({ any, why }) => why || any.join(" or ")),
    harmful: label.must_not.filter(isFound),
  };
}

/** Said, complete and harmless. */
export function isRight({ isSilent, missing, harmful }: Verdict): boolean {
  return !isSilent && missing.length === 0 && harmful.length === 0;
}
