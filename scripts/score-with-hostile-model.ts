/*
 * Scores the explainer against labelled questions twice: without a model, and with one that tries to spoil every answer
 * (test/support/hostile-endpoint.ts, a real server on this machine). Both rows have to be the same.
 *   node scripts/score-with-hostile-model.ts [FILE.jsonl …]
 * Without a file it takes those of test/questions. Exits with 1 where the rows differ or where a text does.
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { buildExplainer } from "../src/build-explainer.ts";
import { readConfig } from "../src/config.ts";
import { startHostileEndpoint } from "../test/support/hostile-endpoint.ts";
import { ownQuestionFiles } from "./score-questions.ts";
import { askQuestions } from "./scoring/ask-questions.ts";
import { formatScores } from "./scoring/format-score.ts";
import { readLabelledQuestions } from "./scoring/labelled-question.ts";
import { scoreAnswers } from "./scoring/score-answers.ts";

const environment = { EXPLAIN_IP_DATA: join(import.meta.dirname, "..", "data") };
const given = process.argv.slice(2);
const labels = (given.length > 0 ? given : ownQuestionFiles()).flatMap(readLabelledQuestions);
const hostile = await startHostileEndpoint();
try {
  const plain = await buildExplainer(readConfig(environment), () => undefined);
  const model = { OPENAI_API_KEY: "any", OPENAI_BASE_URL: hostile.baseUrl, EXPLAIN_IP_MODEL: "hostile" };
  const spoilt = await buildExplainer(readConfig({ ...environment, ...model }), () => undefined);
  const [without, with_] = [await askQuestions(labels, plain.explain), await askQuestions(labels, spoilt.explain)];
  const scores = [scoreAnswers(without), scoreAnswers(with_)] as const;
  const changed = without.filter(([, replies], i) => !isDeepStrictEqual(replies, with_[i]?.[1]));
  const rows = formatScores([
    ["no model", scores[0]],
    ["hostile model", scores[1]],
  ]);
  process.stdout.write(
    `${rows}\nThe hostile model was asked ${hostile.asked()} times; answers that differ: ${changed.length}\n`,
  );
  process.exitCode = changed.length === 0 && isDeepStrictEqual(scores[0], scores[1]) ? 0 : 1;
} finally {
  await hostile.close();
}
