import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadSoundKnowledge } from "../src/adapters/files/load-knowledge.ts";
import { buildView } from "../src/core/knowledge/knowledge-view.ts";
import { answerGoldenCase, keptAnswer } from "./support/golden-case.ts";

/**
 * Whole answers that somebody has read line by line. `explain-ip "<question>" --save test/golden/NAME` adds one;
 * `UPDATE_GOLDEN=1 jest test/golden` writes the answers anew: read the difference before you commit it. A date or a source
 * that changes in knowledge/ shows here too, and is meant to.
 */
const folder = join(import.meta.dirname, "golden");
const { UPDATE_GOLDEN } = process.env;
const isUpdate = UPDATE_GOLDEN === "1";

const view = buildView(loadSoundKnowledge(join(import.meta.dirname, "..", "knowledge"), "2099-01-01"));
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, "question.json")));

describe("golden answers", () => {
  test("there are some", () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
  });

  test.each(cases)("%s", async (name) => {
    const answer = await answerGoldenCase(join(folder, name), view);
    if (isUpdate) {
      for (const [file, text] of Object.entries(answer)) writeFileSync(join(folder, name, file), `${text}\n`);
    }
    expect(answer).toEqual(keptAnswer(join(folder, name)));
  });
});
