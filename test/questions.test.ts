import { beforeAll, describe, expect, test } from "@jest/globals";
import { ownQuestionFiles } from "../scripts/score-questions.ts";
import { askQuestions } from "../scripts/scoring/ask-questions.ts";
import { readLabelledQuestions } from "../scripts/scoring/labelled-question.ts";
import { type Score, scoreAnswers } from "../scripts/scoring/score-answers.ts";
import { buildExplainer } from "../src/build-explainer.ts";
import { readConfig } from "../src/config.ts";

/**
 * The project's own labelled questions as a floor under what it can do. The figures are a little below those of the day
 * they were set: a change that falls below them lost something, and `npm run score -- --failures` says what.
 */
describe("the labelled questions", () => {
  let score: Score;
  beforeAll(async () => {
    const { explain } = await buildExplainer(readConfig({}), () => undefined);
    const labels = ownQuestionFiles().flatMap(readLabelledQuestions);
    score = scoreAnswers(await askQuestions(labels, explain));
  }, 60_000);

  test("nobody who calls goes without a reply, and nobody else gets one out of place", () => {
    expect(score.asked).toBeGreaterThan(450);
    expect(score).toMatchObject({ noReply: 0, falseReplies: 0 });
  });

  test("no answer holds a harmful statement", () => {
    expect(score.harmful).toBe(0);
  });

  test("at least three in four answers hold all that they must", () => {
    expect(score.right / score.asked).toBeGreaterThan(0.75);
  });

  test("half of the answers have at most 120 words", () => {
    expect(score.words[Math.floor(score.words.length / 2)]).toBeLessThanOrEqual(120);
  });
});
