import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { readPrompt } from "../../../src/adapters/files/read-prompt.ts";
import { ExplainIpError } from "../../../src/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "prompts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const path = join(folder, "sample.md");
  writeFileSync(path, text);
  return path;
}

function readError(path: string): ExplainIpError {
  try {
    readPrompt(path);
  } catch (error) {
    if (error instanceof ExplainIpError) return error;
    throw error;
  }
  throw new Error("the prompt was read without complaint");
}

const front = "id: sample\nversion: 3\npurpose: to try\ninputs:\n  name: who is greeted";

describe("reading a prompt", () => {
  test("gives its front matter and its words", () => {
    expect(readPrompt(write(`---\n${front}\n---\n\nGreet {{name}}.\n---\nTwice.\n`))).toEqual({
      id: "sample",
      version: 3,
      purpose: "to try",
      inputs: ["name"],
      body: "Greet {{name}}.\n---\nTwice.",
    });
  });

  test("does not mind Windows line ends", () => {
    const text = `---\n${front}\n---\nGreet {{name}}.\n`.replaceAll("\n", "\r\n");
    expect(readPrompt(write(text)).body).toBe("Greet {{name}}.");
  });

  test.each([
    ["no front matter", "Greet {{name}}.", "has no front matter", "Begin the file"],
    ["no end of it", `---\n${front}\nGreet {{name}}.`, "has no front matter", "Begin the file"],
    ["broken YAML", "---\nid: [\n---\nHello.", "has a broken front matter. line", "It needs id"],
    [
      "a version that is no number",
      `---\n${front.replace("3", "new")}\n---\n{{name}}`,
      "line 3: version:",
      "It needs id",
    ],
    ["a missing purpose", `---\n${front.replace("purpose: to try\n", "")}\n---\n{{name}}`, "purpose:", "It needs id"],
    ["a key too many", `---\n${front}\nmodel: x\n---\n{{name}}`, "broken front matter", "It needs id"],
    [
      "an undeclared input",
      `---\n${front}\n---\n{{name}} {{thread}}`,
      "uses {{thread}}, which it does not declare",
      "Add thread",
    ],
    ["an unused input", `---\n${front}\n---\nHello.`, "declares name and does not use it", "Write {{name}}"],
    [
      "no words",
      "---\nid: a\nversion: 1\npurpose: b\ninputs: {}\n---\n \n",
      "is empty",
      "Write what the model is to do",
    ],
  ])("complains about %s", (_what, text, message, remedy) => {
    const path = write(text);
    const error = readError(path);
    expect(error.code).toBe("bad-config");
    expect(error.message).toContain(path);
    expect(error.message).toContain(message);
    expect(error.remedy).toContain(remedy);
  });

  test("complains about a file that is not there, with what to do without it", () => {
    const error = readError(join(folder, "missing.md"));
    expect(error.code).toBe("bad-config");
    expect(error.message).toContain("missing.md cannot be read");
    expect(error.remedy).toContain("OPENAI_API_KEY");
  });
});

describe("the prompts of this repository", () => {
  const prompts = join(import.meta.dirname, "../../../prompts");
  test.each(readdirSync(prompts))("%s is sound and named after its id", (name) => {
    expect(`${readPrompt(join(prompts, name)).id}.md`).toBe(basename(name));
  });
});
