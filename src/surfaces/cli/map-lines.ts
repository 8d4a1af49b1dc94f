import { ExplainIpError } from "../../errors.ts";
import type { CommandIo } from "./command-io.ts";

/** Longer lines than this are refused: one object a line is what is read. */
const MOST_CHARACTERS = 8_000_000;

/**
 * One line in, one line out, in the same order. A broken line gives `{"error":{"code","message"}}` in its place, with its
 * id where it has one, and the rest goes on. Empty lines are passed over.
 */
export async function mapLines(io: CommandIo, map: (line: string) => unknown | Promise<unknown>): Promise<void> {
  for await (const line of io.inputLines()) {
    if (line.trim() === "") continue;
    await io.print(JSON.stringify(await mapLine(line, map)));
  }
}

async function mapLine(line: string, map: (line: string) => unknown | Promise<unknown>): Promise<unknown> {
  try {
    if (line.length > MOST_CHARACTERS)
      throw badLine("The line is too long.", `Keep it under ${MOST_CHARACTERS} characters.`);
    return await map(line);
  } catch (error) {
    const { code, message, remedy } = error instanceof ExplainIpError ? error : ourFault();
    return { ...idOf(line), error: { code, message: `${message} ${remedy}` } };
  }
}

/** Reads a line as JSON; throws ExplainIpError `bad-input` that says where it breaks. */
export function parseJsonLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    const detail = Error.isError(error) ? error.message : String(error);
    throw badLine(`The line is not JSON: ${detail.replace(/,? ?"[\s\S]*$/, "")}.`, "Write one JSON object a line.");
  }
}

export function badLine(message: string, remedy: string): ExplainIpError {
  return new ExplainIpError("bad-input", message, remedy);
}

function ourFault() {
  return { code: "internal", message: "This line met a fault of ours.", remedy: "Please report it with the line." };
}

function idOf(line: string): { id?: string | number } {
  try {
    const { id } = JSON.parse(line);
    return typeof id === "string" || typeof id === "number" ? { id } : {};
  } catch {
    return {};
  }
}
