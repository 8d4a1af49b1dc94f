import { type GivenAnswer, isRight, judgeAnswer, type Verdict } from "./judge-answer.ts";
import type { LabelledQuestion } from "./labelled-question.ts";

/** What was answered to a question when the bot was called, and when it merely overheard; undefined where it is not asked. */
export type Replies = { readonly addressed?: GivenAnswer; readonly overheard?: GivenAnswer };

/** One question that did not come out as its label wants it, in words. */
export type Failure = { readonly id: string; readonly topic: string; readonly problem: string };

/** What became of one question; the parts that do not apply to it are undefined. */
type Outcome = {
  readonly addressed?: Verdict & { readonly words: number };
  readonly spokeWronglyOverheard?: boolean;
  readonly overheardReply?: Verdict;
  readonly failures: readonly Failure[];
};

/** Counts over a set of questions. `words` are the lengths of the replies to those who called, ascending. */
export type Score = {
  readonly asked: number;
  readonly right: number;
  readonly noReply: number;
  readonly harmful: number;
  readonly silenceWanted: number;
  readonly falseReplies: number;
  readonly overheardReplies: number;
  readonly overheardRight: number;
  readonly words: readonly number[];
  readonly failures: readonly Failure[];
};

/**
 * Which of the two ways a question is put: called, unless silence is wanted; overheard, unless it came as a slash command,
 * which nobody overhears.
 */
export function waysToAsk({ surface, expected_action }: LabelledQuestion) {
  return { addressed: expected_action !== "silent", overheard: surface !== "slash" };
}

/** Scores replies against the labels of their questions. */
export function scoreAnswers(answered: readonly (readonly [LabelledQuestion, Replies])[]): Score {
  const outcomes = answered.map(([label, replies]) => outcomeOf(label, replies));
  const addressed = outcomes.flatMap(({ addressed }) => addressed ?? []);
  const silences = outcomes.flatMap(({ spokeWronglyOverheard }) => spokeWronglyOverheard ?? []);
  const overheard = outcomes.flatMap(({ overheardReply }) => overheardReply ?? []);
  const spoken = addressed.filter(({ isSilent }) => !isSilent);
  return {
    asked: addressed.length,
    right: addressed.filter(isRight).length,
    noReply: addressed.length - spoken.length,
    harmful: addressed.filter(({ harmful }) => harmful.length > 0).length,
    silenceWanted: silences.length,
    falseReplies: silences.filter(Boolean).length,
    overheardReplies: overheard.length,
    overheardRight: overheard.filter(isRight).length,
    words: spoken.map(({ words }) => words).toSorted((a, b) => a - b),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

function outcomeOf(label: LabelledQuestion, { addressed, overheard }: Replies): Outcome {
  const called = addressed && judgeAnswer(label, addressed);
  const heard = overheard && judgeAnswer(label, overheard);
  const wantsSilence = label.expected_action === "silent";
  const spokeWrongly = wantsSilence && heard?.isSilent === false;
  const failures = [
    ...(called && !isRight(called) ? [`${addressed.action}${describeVerdict(called)}`] : []),
    ...(spokeWrongly ? ["spoke where silence was right"] : []),
  ];
  return {
    ...(called ? { addressed: { ...called, words: countWords(addressed.text) } } : {}),
    ...(wantsSilence && heard ? { spokeWronglyOverheard: spokeWrongly } : {}),
    ...(!wantsSilence && heard && !heard.isSilent ? { overheardReply: heard } : {}),
    failures: failures.map((problem) => ({ id: label.id, topic: label.topic, problem })),
  };
}

function describeVerdict({ missing, harmful }: Verdict): string {
  const lacks = missing.map((why) => `; missing: ${why}`);
  const harms = harmful.map((pattern) => `; harmful: /${pattern}/`);
  return [...lacks, ...harms].join("");
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}
