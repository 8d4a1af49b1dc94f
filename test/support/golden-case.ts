import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { goldenCaseSchema } from "../../src/contract/golden-case.ts";
import { renderMarkdown } from "../../src/core/answer/render-markdown.ts";
import type { KnowledgeView } from "../../src/core/knowledge/knowledge-view.ts";
import { replayGoldenCase } from "../../src/replay-golden-case.ts";
import { renderTerminal } from "../../src/surfaces/cli/render-terminal.ts";

/** An answer in its renderings, by the file it is kept in. */
export type GoldenAnswer = { readonly "answer.md": string; readonly "answer.txt": string };

/** The answer that the question of a golden case gets with this knowledge. */
export async function answerGoldenCase(folder: string, view: KnowledgeView): Promise<GoldenAnswer> {
  const golden = goldenCaseSchema.parse(JSON.parse(readFileSync(join(folder, "question.json"), "utf8")));
  const answer = await replayGoldenCase(basename(folder), golden, view);
  return { "answer.md": renderMarkdown(answer), "answer.txt": renderTerminal(answer) };
}

/** The answer that is kept with it. A file ends with a line break, a rendering does not. */
export function keptAnswer(folder: string): GoldenAnswer {
  const read = (name: string) => readFileSync(join(folder, name), "utf8").replace(/\n$/, "");
  return { "answer.md": read("answer.md"), "answer.txt": read("answer.txt") };
}
