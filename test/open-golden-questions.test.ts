import { describe, expect, it } from "@jest/globals";
import { buildKnowledge } from "../src/core/knowledge/knowledge.ts";
import { buildRegistry } from "../src/core/network/registry.ts";
import { openGoldenQuestions } from "../src/open-golden-questions.ts";
import { rangeClaim, sampleFact, sampleProduct } from "./support/sample-knowledge.ts";
import { withFolder } from "./support/temporary-folder.ts";

const knowledge = buildKnowledge({
  version: "1",
  registry: buildRegistry([]),
  products: [sampleProduct("acme", { facts: [sampleFact("acme/pods", { claim: rangeClaim("pod", "10.8.0.0/16") })] })],
  articles: [],
});

const golden = {
  surface: "cli",
  audience: "local",
  addressed: true,
  thread: [],
  text: "What is 10.8.0.4 on acme?",
  lookups: [{ status: "found", observedAt: "2026-01-02T03:04:05.000Z", objects: [] }],
};

const found = {
  status: "found",
  observedAt: "2026-01-02T03:04:05.000Z",
  objects: [{ kind: "Pod", namespace: "shop", name: "cart", holds: ["10.8.0.4"], remarks: [] }],
};

describe("openGoldenQuestions", () => {
  it("answers each with what the outside said then", async () => {
    const files = {
      "one/question.json": JSON.stringify({ ...golden, lookups: [found] }),
      "two/question.json": JSON.stringify({ ...golden, product: "acme", lookups: [], text: "What is 10.8.0.4?" }),
      "notes.md": "not a case",
      "empty/answer.md": "not a case either",
    };
    await withFolder(files, async (folder) => {
      const questions = openGoldenQuestions(folder);
      expect(questions.count).toBe(2);
      const answers = await questions.answer(knowledge);
      expect([...answers.keys()]).toEqual(["one", "two"]);
      expect(answers.get("one")).toMatchObject({ certainty: "observed", knowledgeVersion: "1" });
      expect(answers.get("two")?.evidence.map(({ id }) => id)).toContain("fact:acme/pods");
    });
  });

  it("has none where there is no such folder", async () => {
    const questions = openGoldenQuestions("/nowhere/golden");
    expect([questions.count, (await questions.answer(knowledge)).size]).toEqual([0, 0]);
  });

  it.each([
    ["what is not JSON", "{", /question\.json is not JSON/],
    ["a key that means nothing", JSON.stringify({ ...golden, tpyo: 1 }), /question\.json: .*tpyo/],
    ["an audience that is none", JSON.stringify({ ...golden, audience: "friends" }), /audience.*"friends"/],
    [
      "a look without its time",
      JSON.stringify({ ...golden, lookups: [{ status: "absent" }] }),
      /lookups\.0\.observedAt/,
    ],
  ])("refuses %s, and names the file", async (_name, text, message) => {
    await withFolder({ "one/question.json": text }, (folder) => {
      expect(() => openGoldenQuestions(folder)).toThrow(
        expect.objectContaining({ code: "bad-input", message: expect.stringMatching(message) }),
      );
    });
  });
});
