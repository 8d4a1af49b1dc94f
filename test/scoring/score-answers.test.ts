import { describe, expect, test } from "@jest/globals";
import { formatFailures, formatScores } from "../../scripts/scoring/format-score.ts";
import type { LabelledQuestion } from "../../scripts/scoring/labelled-question.ts";
import { type Replies, scoreAnswers, waysToAsk } from "../../scripts/scoring/score-answers.ts";

function label(more: Partial<LabelledQuestion> = {}): LabelledQuestion {
  return {
    id: "q1",
    surface: "slack",
    topic: "ranges",
    question: "What is 100.64.0.1?",
    thread_context: [],
    must_have: [
      { any: ["RFC ?6598", "shared address space"], why: "names the class" },
      { any: ["100\\.64\\.0\\.0/10"], why: "gives the range" },
    ],
    must_not: ["is public"],
    expected_action: "answer",
    ...more,
  };
}

const good = { action: "answer", text: "100.64.0.0/10 is Shared Address Space." };
const lacking = { action: "answer", text: "It is shared address space." };
const harmful = { action: "answer", text: "100.64.0.0/10, rfc6598, is public." };
const silent = { action: "silent", text: "" };

describe("an answer is scored", () => {
  test.each<[what: string, LabelledQuestion, Replies, counts: object]>([
    ["right, in any case of letters", label(), { addressed: good }, { asked: 1, right: 1, words: [5], failures: [] }],
    [
      "wrong where something is missing",
      label(),
      { addressed: lacking },
      { asked: 1, right: 0, harmful: 0, noReply: 0 },
    ],
    ["harmful where something forbidden is said", label(), { addressed: harmful }, { right: 0, harmful: 1 }],
    ["as none where it is silent", label(), { addressed: silent }, { asked: 1, right: 0, noReply: 1, words: [] }],
    ["as none where it is white space", label(), { addressed: { action: "answer", text: " \n" } }, { noReply: 1 }],
    [
      "overheard: a reply that is right",
      label(),
      { overheard: good },
      { asked: 0, overheardReplies: 1, overheardRight: 1 },
    ],
    ["overheard: a reply that is wrong", label(), { overheard: harmful }, { overheardReplies: 1, overheardRight: 0 }],
    ["overheard: silence counts for nothing", label(), { overheard: silent }, { overheardReplies: 0, falseReplies: 0 }],
    [
      "false where silence is wanted",
      label({ expected_action: "silent" }),
      { overheard: good },
      { silenceWanted: 1, falseReplies: 1, overheardReplies: 0 },
    ],
    [
      "well where silence is kept",
      label({ expected_action: "silent" }),
      { overheard: silent },
      { silenceWanted: 1, falseReplies: 0 },
    ],
  ])("%s", (_what, question, replies, counts) => {
    expect(scoreAnswers([[question, replies]])).toMatchObject(counts);
  });

  test("and what went wrong is listed with its reason", () => {
    const score = scoreAnswers([
      [label({ id: "a" }), { addressed: lacking }],
      [label({ id: "b" }), { addressed: harmful }],
      [label({ id: "c", expected_action: "silent" }), { overheard: good }],
    ]);
    expect(formatFailures(score).split("\n")).toEqual([
      "a [ranges] answer; missing: gives the range",
      "b [ranges] answer; harmful: /is public/",
      "c [ranges] spoke where silence was right",
    ]);
    expect(formatScores([["all", score]]).split("\n")[1]).toMatch(
      /^all\s+0\.0 % \(0\/2\)\s+0\s+1\s+100\.0 % \(1\/1\)\s+5\s+none$/,
    );
  });
});

test("a question is put to the bot unless silence is wanted, and overheard unless nobody can overhear it", () => {
  expect(waysToAsk(label())).toEqual({ addressed: true, overheard: true });
  expect(waysToAsk(label({ expected_action: "silent" }))).toEqual({ addressed: false, overheard: true });
  expect(waysToAsk(label({ surface: "slash" }))).toEqual({ addressed: true, overheard: false });
});
