import type { Answer } from "../../core/answer/answer.ts";
import { compareAnswers } from "../../core/answer/compare-answers.ts";
import { compareKnowledge } from "../../core/knowledge/compare-knowledge.ts";
import type { Knowledge } from "../../core/knowledge/knowledge.ts";
import type { CommandIo } from "./command-io.ts";

/** Questions with all that the outside said to them, which can be answered with any knowledge. */
export type GoldenQuestions = {
  readonly folder: string;
  readonly count: number;
  /** The answers by the questions' ids. */
  readonly answer: (knowledge: Knowledge) => Promise<ReadonlyMap<string, Answer>>;
};

/** A golden question that gets another answer now, and how it differs, as `compareAnswers` puts it. */
type ChangedAnswer = { readonly question: string; readonly difference: readonly string[] };

/** `explain-ip knowledge diff`: which facts came, went and changed, and which golden questions get another answer. */
export async function runKnowledgeDiff(
  before: Knowledge,
  after: Knowledge,
  golden: GoldenQuestions,
  json: boolean,
  io: CommandIo,
): Promise<void> {
  const changes = { from: before.version, to: after.version, ...compareKnowledge(before, after) };
  const changed = changedAnswers(await golden.answer(before), await golden.answer(after));
  if (json) return io.print(JSON.stringify({ ...changes, golden: { questions: golden.count, changed } }, null, 2));
  for (const kind of ["added", "removed", "changed"] as const) {
    for (const id of changes[kind]) await io.print(`${kind} ${id}`);
  }
  for (const { question, difference } of changed) {
    await io.print(`another answer to ${question}`);
    for (const line of difference) await io.print(`  ${line}`);
  }
  const { from, to, added, removed } = changes;
  const facts = `${added.length} added, ${removed.length} removed, ${changes.changed.length} changed`;
  await io.print(`${from} to ${to}: ${facts}; ${sayGolden(golden, changed.length)}`);
}

function changedAnswers(before: ReadonlyMap<string, Answer>, after: ReadonlyMap<string, Answer>): ChangedAnswer[] {
  return [...after].flatMap(([question, answer]) => {
    const old = before.get(question);
    const difference = old ? compareAnswers(old, answer) : [];
    return difference.length > 0 ? [{ question, difference }] : [];
  });
}

function sayGolden({ folder, count }: GoldenQuestions, changed: number): string {
  if (count === 0) return `no golden questions in ${folder}, --golden FOLDER names another`;
  return `${changed} of ${count} golden questions with another answer`;
}
