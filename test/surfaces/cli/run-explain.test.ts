import { describe, expect, it } from "@jest/globals";
import type { ExplainRequest } from "../../../src/contract/explain-request.ts";
import type { Answer } from "../../../src/core/answer/answer.ts";
import type { ExplainCommand } from "../../../src/surfaces/cli/command.ts";
import { readThread, runExplain } from "../../../src/surfaces/cli/run-explain.ts";
import { recordingIo } from "../../support/recording-io.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const command: ExplainCommand = { name: "explain", question: "What is 10.0.0.1?", json: false, explainSilence: false };
const entities = { addresses: ["10.0.0.1"], cidrs: [], ranges: [], hostnames: [], products: [] };

async function run(more: Partial<ExplainCommand>, answer: Answer, files: Readonly<Record<string, string>> = {}) {
  const terminal = recordingIo([], files);
  const asked: ExplainRequest[] = [];
  await runExplain({ ...command, ...more }, terminal.io, async (request) => {
    asked.push(request);
    return { answer, entities };
  });
  return { ...terminal, asked };
}

const silent = sampleAnswer({ action: "silent", reason: "nobody asked" });

describe("runExplain", () => {
  it("prints the answer for a person", async () => {
    const { printed, asked } = await run({}, sampleAnswer());
    expect(printed).toEqual(["`100.64.3.7` is shared address space."]);
    expect(asked).toEqual([{ question: "What is 10.0.0.1?", thread: [], addressed: true }]);
  });

  it("prints one object for a program", async () => {
    const { printed } = await run({ json: true }, sampleAnswer());
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? "")).toMatchObject({ action: "answer", entities, knowledgeVersion: "test" });
  });

  it("hands over the product and the thread", async () => {
    const { asked } = await run({ provider: "gke", thread: "t.txt" }, sampleAnswer(), { "t.txt": "a\n---\nb" });
    expect(asked).toMatchObject([{ provider: "gke", thread: ["a", "b"] }]);
  });

  it.each([
    ["why it stays silent", silent, ["silent: nobody asked"]],
    [
      "why it speaks, and then speaks",
      sampleAnswer(),
      ["answer: the address is in the registry", "`100.64.3.7` is shared address space."],
    ],
  ])("says as if overheard %s", async (_name, answer, expected) => {
    const { printed, asked } = await run({ explainSilence: true }, answer);
    expect(printed).toEqual(expected);
    expect(asked).toMatchObject([{ addressed: false }]);
  });

  it("keeps what was asked and answered where that is wanted, and says so beside the answer", async () => {
    const { io, printed, complaints } = recordingIo();
    const kept: unknown[] = [];
    const save = (...what: unknown[]) => `kept ${kept.push(what)}`;
    await runExplain({ ...command, provider: "gke" }, io, async () => ({ answer: silent, entities }), [save]);
    expect(kept).toEqual([[{ question: "What is 10.0.0.1?", thread: [], addressed: true, provider: "gke" }, silent]]);
    expect([printed, complaints]).toEqual([[], ["kept 1"]]);
  });

  it("fails on a thread that is not there, before anything is asked", async () => {
    await expect(run({ thread: "gone.txt" }, sampleAnswer())).rejects.toMatchObject({ code: "bad-input" });
  });
});

describe("readThread", () => {
  it.each([
    ["a JSON array", '["one","two"]', ["one", "two"]],
    ["a JSON array over several lines", '\uFEFF [\n  "one",\n  "two"\n]\n', ["one", "two"]],
    ["an empty array", "[]", []],
    ["texts with lines of hyphens between", "one\nmore\n---\ntwo\n", ["one\nmore", "two"]],
    ["longer lines of hyphens, on Windows", "one\r\n-----\r\ntwo\r\n", ["one", "two"]],
    ["hyphens at the ends", "---\none\n---\n\n---\n", ["one"]],
    ["hyphens inside a line", "a --- b", ["a --- b"]],
    [
      "a log that begins with a bracket",
      "[12:01] peer 10.0.0.1\n[12:02] peer 10.0.0.2",
      ["[12:01] peer 10.0.0.1\n[12:02] peer 10.0.0.2"],
    ],
    ["an IPv6 address with its port", "[fe80::1]:443 refused", ["[fe80::1]:443 refused"]],
    ["nothing", " \n", []],
  ])("reads %s", (_name, text, expected) => {
    expect(readThread(text, "t")).toEqual(expected);
  });

  it.each([
    ["a broken array", '["one", "two"'],
    ["an array of other things", '["one", 2]'],
    ["an array of messages", '[{"text":"one"}]'],
  ])("refuses %s with the path and both shapes", (_name, text) => {
    expect(() => readThread(text, "t.json")).toThrow(
      expect.objectContaining({
        code: "bad-input",
        message: expect.stringContaining("t.json"),
        remedy: expect.stringMatching(/JSON array.*---/),
      }),
    );
  });
});
