import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadSoundKnowledge } from "../src/adapters/files/load-knowledge.ts";
import { answerQuestion } from "../src/answer-question.ts";
import { renderMarkdown } from "../src/core/answer/render-markdown.ts";
import type { LookupResult } from "../src/core/evidence/cluster-lookup.ts";
import type { Question } from "../src/core/question/question.ts";
import { buildProductLexicon } from "../src/core/question/recognise-products.ts";
import { renderTerminal } from "../src/surfaces/cli/render-terminal.ts";
import { sampleQuestion } from "./support/sample-question.ts";

/**
 * Whole answers that somebody has read line by line. `UPDATE_GOLDEN=1 jest test/golden` writes them anew: read the
 * difference before you commit it. A date or a source that changes in knowledge/ shows here too, and is meant to.
 */
const folder = join(import.meta.dirname, "golden");
const { UPDATE_GOLDEN } = process.env;
const isUpdate = UPDATE_GOLDEN === "1";

/** A question and what the cluster answered to its looks when it was asked. */
type GoldenCase = Pick<Question, "text" | "thread" | "addressed" | "audience"> & {
  readonly surface: Question["origin"]["surface"];
  readonly lookups: readonly LookupResult[];
};

const knowledge = loadSoundKnowledge(join(import.meta.dirname, "..", "knowledge"), "2099-01-01");
const names = [...knowledge.products.values()].flatMap(({ id, name, aliases }) =>
  [id, name, ...aliases].map((phrase) => ({ phrase, product: id })),
);
const lexicon = buildProductLexicon(names);

async function answerTo(name: string) {
  const { surface, lookups, ...asked }: GoldenCase = JSON.parse(
    readFileSync(join(folder, name, "question.json"), "utf8"),
  );
  const question = sampleQuestion(name, { ...asked, origin: { surface, place: {} } });
  const { answer } = await answerQuestion(question, { knowledge, lexicon, lookUpCluster: async () => lookups });
  return answer;
}

/** The text on file; with UPDATE_GOLDEN the new text is put there first. A file ends with a line break, a rendering does not. */
function onFile(file: string, rendered: string): string {
  if (isUpdate) writeFileSync(file, `${rendered}\n`);
  return readFileSync(file, "utf8").replace(/\n$/, "");
}

const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, "question.json")));

describe("golden answers", () => {
  test("there are some", () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
  });

  test.each(cases)("%s", async (name) => {
    const answer = await answerTo(name);
    const markdown = renderMarkdown(answer);
    const terminal = renderTerminal(answer);
    expect(markdown).toBe(onFile(join(folder, name, "answer.md"), markdown));
    expect(terminal).toBe(onFile(join(folder, name, "answer.txt"), terminal));
  });
});
