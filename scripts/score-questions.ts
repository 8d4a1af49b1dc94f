/*
 * Scores the explainer against labelled questions, in this process and with the knowledge that ships:
 *   node scripts/score-questions.ts [FILE.jsonl …] [--failures]
 * Without a file it takes those of test/questions. `--failures` lists what went wrong before the table.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { buildExplainer } from "../src/build-explainer.ts";
import { readConfig } from "../src/config.ts";
import { askQuestions } from "./scoring/ask-questions.ts";
import { formatFailures, formatScores } from "./scoring/format-score.ts";
import { readLabelledQuestions } from "./scoring/labelled-question.ts";
import { type Score, scoreAnswers } from "./scoring/score-answers.ts";

const root = join(import.meta.dirname, "..");

/** The project's own files of labelled questions, in the order of their names. */
export function ownQuestionFiles(): string[] {
  const folder = join(root, "test", "questions");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return names.toSorted().map((name) => join(folder, name));
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const given = args.filter((arg) => !arg.startsWith("--"));
  const files = given.length > 0 ? given : ownQuestionFiles();
  const { explain } = await buildExplainer(readConfig({ EXPLAIN_IP_DATA: join(root, "data") }), () => undefined);
  const scores: [string, Score][] = [];
  const all: Awaited<ReturnType<typeof askQuestions>> = [];
  for (const file of files) {
    const answered = await askQuestions(readLabelledQuestions(file), explain);
    all.push(...answered);
    scores.push([basename(file), scoreAnswers(answered)]);
  }
  const overall = scoreAnswers(all);
  const listed = args.includes("--failures") && overall.failures.length > 0 ? `${formatFailures(overall)}\n\n` : "";
  const rows: [string, Score][] = scores.length === 1 ? scores : [...scores, ["all", overall]];
  process.stdout.write(`${listed}${formatScores(rows)}\n`);
}
