import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Prompt, placeholdersIn } from "../../core/answer/rephrase/prompt.ts";
import { ExplainIpError } from "../../errors.ts";
import { readYaml } from "./read-yaml.ts";

const frontMatterSchema = z.strictObject({
  id: z.string().min(1),
  version: z.int().positive(),
  purpose: z.string().min(1),
  inputs: z.record(z.string(), z.string().min(1)),
});

/**
 * Reads `prompts/<id>.md`: front matter (id, version, purpose, inputs with what each is), then the words with `{{input}}`.
 * Throws ExplainIpError `bad-config` where the file is missing or where its inputs and placeholders do not agree.
 */
export function readPrompt(path: string): Prompt {
  const [, frontText, body = ""] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readText(path)) ?? [];
  if (frontText === undefined) throw fault(path, "has no front matter", "Begin the file with `---`, YAML, `---`.");
  const front = readYaml(path, frontText, frontMatterSchema, 2);
  if ("problems" in front) {
    const list = front.problems.map(
      ({ line, where, problem }) => `line ${line ?? 1}: ${where || "front matter"}: ${problem}`,
    );
    throw fault(
      path,
      `has a broken front matter. ${list.join(" ")}`,
      "It needs id, version (a number), purpose, inputs.",
    );
  }
  const inputs = Object.keys(front.value.inputs);
  checkInputs(path, inputs, placeholdersIn(body));
  if (body.trim() === "") throw fault(path, "is empty", "Write what the model is to do below the front matter.");
  return { ...front.value, inputs, body: body.trim() };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const remedy = "Restore the prompts folder, or unset OPENAI_API_KEY to run without a model.";
    throw new ExplainIpError("bad-config", `The prompt ${path} cannot be read.`, remedy, { cause });
  }
}

function checkInputs(path: string, declared: readonly string[], used: readonly string[]): void {
  const [undeclared] = used.filter((name) => !declared.includes(name));
  if (undeclared)
    throw fault(path, `uses {{${undeclared}}}, which it does not declare`, `Add ${undeclared} to inputs.`);
  const [unused] = declared.filter((name) => !used.includes(name));
  if (unused) throw fault(path, `declares ${unused} and does not use it`, `Write {{${unused}}} or remove the input.`);
}

function fault(path: string, what: string, remedy: string): ExplainIpError {
  return new ExplainIpError("bad-config", `The prompt ${path} ${what}.`, remedy);
}
