import type { AnswerRecord } from "../../contract/answer-record.ts";
import { toAnswerRecord } from "../../contract/answer-record.ts";
import type { EntityNames } from "../../contract/entity-names.ts";
import type { ExplainRequest } from "../../contract/explain-request.ts";
import type { Answer } from "../../core/answer/answer.ts";
import { ExplainIpError } from "../../errors.ts";
import type { ExplainCommand } from "./command.ts";
import type { CommandIo } from "./command-io.ts";
import { renderTerminal } from "./render-terminal.ts";

/** Answers a request with the audience of this machine's own user. */
export type Explain = (request: ExplainRequest) => Promise<{ readonly answer: Answer; readonly entities: EntityNames }>;

/** Keeps something of a question and its answer, and gives back a line on what was kept where. */
export type Save = (request: ExplainRequest, answer: Answer) => string | Promise<string>;

/** `explain-ip "<question>"`: the answer for a person, or with `--json` for a program; kept in as many ways as there are `saves`. */
export async function runExplain(
  command: ExplainCommand,
  io: CommandIo,
  explain: Explain,
  saves: readonly Save[] = [],
): Promise<void> {
  const request: ExplainRequest = {
    question: command.question,
    thread: command.thread ? readThread(await io.readText(command.thread), command.thread) : [],
    addressed: !command.explainSilence,
    ...(command.provider ? { provider: command.provider } : {}),
  };
  const { answer, entities } = await explain(request);
  await print(command, io, answer, entities);
  for (const save of saves) io.complain(await save(request, answer));
}

async function print(command: ExplainCommand, io: CommandIo, answer: Answer, entities: EntityNames): Promise<void> {
  if (command.json) {
    const record: AnswerRecord = toAnswerRecord(undefined, answer, entities);
    return io.print(JSON.stringify(record, null, 2));
  }
  if (command.explainSilence) await io.print(`${answer.action}: ${answer.reason}`);
  if (answer.action !== "silent") await io.print(renderTerminal(answer));
}

/**
 * A JSON array of texts, or texts separated by lines of three hyphens; oldest first. Text that merely begins with a
 * bracket, as a log line does, is text; throws ExplainIpError `bad-input` where an array is meant and broken.
 */
export function readThread(text: string, path: string): string[] {
  const trimmed = text.trim();
  if (!/^\[\s*["\]{[]/.test(trimmed)) {
    const parts = trimmed.split(/^---+\s*$/m).map((part) => part.trim());
    return parts.filter((part) => part !== "");
  }
  const data = parseArray(trimmed);
  if (data) return data;
  const remedy = "Write a JSON array of texts, or texts separated by lines of ---.";
  throw new ExplainIpError("bad-input", `${path} is not a JSON array of texts.`, remedy);
}

function parseArray(text: string): string[] | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return Array.isArray(data) && data.every((item) => typeof item === "string") ? data : undefined;
  } catch {
    return undefined;
  }
}
