import { readFileSync } from "node:fs";
import { z } from "zod";
import { ExplainIpError } from "../../src/errors.ts";

const patterns = z.array(z.string());

/**
 * A question with what an expert's answer must hold. Each entry of `must_have` is met by any one of its patterns; no
 * pattern of `must_not` may be found. Patterns are regular expressions that take capitals and small letters for the same.
 */
const labelledQuestionSchema = z.object({
  id: z.string(),
  surface: z.string(),
  topic: z.string().default("other"),
  question: z.string(),
  thread_context: z.array(z.string()).default([]),
  must_have: z.array(z.object({ any: patterns, why: z.string().default("") })).default([]),
  must_not: patterns.default([]),
  expected_action: z.enum(["answer", "clarify", "silent", "refuse", "decline"]),
});

export type LabelledQuestion = z.output<typeof labelledQuestionSchema>;

/** The questions of a JSON Lines file. Throws ExplainIpError `bad-input` with the line that is none. */
export function readLabelledQuestions(file: string): LabelledQuestion[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => (line.trim() === "" ? [] : readLine(line, `${file}, line ${i + 1}`)));
}

function readLine(line: string, where: string): LabelledQuestion {
  const result = labelledQuestionSchema.safeParse(parseJson(line, where));
  if (result.success) return result.data;
  throw badLine(where, z.prettifyError(result.error));
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw badLine(where, "it is not JSON");
  }
}

function badLine(where: string, problem: string): ExplainIpError {
  return new ExplainIpError("bad-input", `${where}: ${problem}.`, "Write one labelled question a line, as JSON.");
}
