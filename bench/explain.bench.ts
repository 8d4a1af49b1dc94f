/*
 * How long a whole explain takes, with the full knowledge, no cluster and no model, over the questions of test/questions and
 * test/golden: reading, assembling, composing, verifying and rendering as Markdown. Every question is asked in turn, for
 * several rounds after a warm-up. The bytes are the mean of
 * what the heap grew by over one explain, those left out that a collection interrupted. A busy machine shows in the p99;
 * "at its best" is the least of all rounds for each question.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import { ownQuestionFiles } from "../scripts/score-questions.ts";
import { readLabelledQuestions } from "../scripts/scoring/labelled-question.ts";
import { buildExplainer } from "../src/build-explainer.ts";
import { readConfig } from "../src/config.ts";
import { renderMarkdown } from "../src/core/answer/render-markdown.ts";
import type { Question } from "../src/core/question/question.ts";

const TARGET_P99_MS = 5;
const WARM_UP_ROUNDS = 5;
const ROUNDS = 20;
const root = join(import.meta.dirname, "..");

function toQuestion(id: string, text: string, thread: readonly string[], addressed = true): Question {
  const origin = { surface: "cli", place: {} } as const;
  const messages = thread.map((message) => ({ text: message }));
  return { id, text, thread: messages, addressed, askedAt: "2026-11-23T12:00:00Z", origin, audience: "local" };
}

function readGoldenQuestions(): Question[] {
  const folder = join(root, "test", "golden");
  return readdirSync(folder).map((name) => {
    const { text, thread } = JSON.parse(readFileSync(join(folder, name, "question.json"), "utf8"));
    return toQuestion(
      name,
      text,
      thread.map((message: { text: string }) => message.text),
    );
  });
}

const labelled = ownQuestionFiles().flatMap(readLabelledQuestions);
const questions = [
  ...labelled.map(({ id, question, thread_context }) => toQuestion(id, question, thread_context)),
  ...readGoldenQuestions(),
];
const { explain } = await buildExplainer(readConfig({ EXPLAIN_IP_DATA: join(root, "data") }), () => undefined);

async function explainAll(each: (ms: number, question: Question) => void): Promise<void> {
  for (const question of questions) {
    const start = performance.now();
    renderMarkdown((await explain(question)).answer);
    each(performance.now() - start, question);
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function bytesPerExplain(): Promise<number> {
  const grown: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let before = getHeapStatistics().used_heap_size;
    await explainAll(() => {
      const after = getHeapStatistics().used_heap_size;
      if (after > before) grown.push(after - before);
      before = after;
    });
  }
  return grown.reduce((sum, bytes) => sum + bytes, 0) / grown.length;
}

for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await explainAll(() => undefined);
const times: number[] = [];
const slowest = new Map<string, number>();
const cpu = process.cpuUsage();
for (let round = 0; round < ROUNDS; round += 1) {
  await explainAll((ms, { id }) => {
    times.push(ms);
    slowest.set(id, Math.min(ms, slowest.get(id) ?? Number.POSITIVE_INFINITY));
  });
}
const { user, system } = process.cpuUsage(cpu);
times.sort((a, b) => a - b);
const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000;
const bytes = await bytesPerExplain();
const p99 = at(times, 0.99);

console.log(`\nA whole explain, ${questions.length} questions, ${ROUNDS} rounds:`);
console.log(
  `  p50 ${at(times, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms (target: below ${TARGET_P99_MS}), longest ${at(times, 1).toFixed(2)} ms`,
);
console.log(
  `  ${(times.length / seconds).toFixed(0)} a second on one core; processor time ${((user + system) / 1000 / times.length).toFixed(2)} ms each`,
);
console.log(`  allocated ${(bytes / 1024).toFixed(0)} KiB each`);
const best = [...slowest].toSorted(([, a], [, b]) => a - b);
const top = best.slice(-5).toReversed();
const bestTimes = best.map(([, ms]) => ms);
console.log(
  `  each question at its best: p50 ${at(bestTimes, 0.5).toFixed(2)} ms, p99 ${at(bestTimes, 0.99).toFixed(2)} ms`,
);
console.log(`  slowest: ${top.map(([id, ms]) => `${id} ${ms.toFixed(2)} ms`).join(", ")}`);
