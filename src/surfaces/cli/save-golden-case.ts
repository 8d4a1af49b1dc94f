import type { GoldenCase } from "../../contract/golden-case.ts";
import type { Answer } from "../../core/answer/answer.ts";
import { listWords } from "../../core/answer/describe/list-words.ts";
import { renderMarkdown } from "../../core/answer/render-markdown.ts";
import { renderTerminal } from "./render-terminal.ts";

/** The files of a golden case, by name: put into a folder of test/golden they are a test. */
export function goldenFiles(golden: GoldenCase, answer: Answer): Readonly<Record<string, string>> {
  return {
    "question.json": `${JSON.stringify(golden, null, 2)}\n`,
    "answer.md": `${renderMarkdown(answer)}\n`,
    "answer.txt": `${renderTerminal(answer)}\n`,
  };
}

/** One line on what was written, for whoever is about to hand it on: the private parts by name. */
export function sayWhatWasSaved(folder: string, golden: GoldenCase, answer: Answer): string {
  const { thread, lookups, rephrasing } = golden;
  const parts = [
    thread.length > 0 ? `the question with ${count(thread.length, "message")} of its thread` : "the question",
    ...(lookups.length > 0 ? [`what the cluster said to ${count(lookups.length, "look")}`] : []),
    ...(rephrasing ? ["the model's wording"] : []),
    "the answer",
  ];
  return `Saved in ${folder} (question.json, answer.md, answer.txt): ${listWords(parts)}.${warn(golden, answer)}`;
}

function warn({ lookups }: GoldenCase, { evidence }: Answer): string {
  const names = lookups.flatMap((result) =>
    result.status === "found"
      ? result.objects.map(({ namespace, name }) => (namespace ? `${namespace}/${name}` : name))
      : [],
  );
  const own = evidence.flatMap(({ id, isPrivate }) => (isPrivate ? [id] : []));
  return [
    names.length > 0 ? ` It names ${listWords(names)} of your cluster.` : "",
    own.length > 0
      ? ` The answer tells what only your overlay says (${own.join(", ")}), and needs it to come out the same.`
      : "",
    " Read it before you share it.",
  ].join("");
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
