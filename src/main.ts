#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { runCommand } from "./app.ts";
import { readConfig } from "./config.ts";
import { describeError, ExplainIpError } from "./errors.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";
import { exitCodes, OUR_FAULT } from "./surfaces/cli/exit-codes.ts";
import { parseCommandLine } from "./surfaces/cli/parse-command-line.ts";
import { splitLines } from "./surfaces/cli/split-lines.ts";

/** The only place that knows the process: its arguments, its environment, its streams, its end. */
const io: CommandIo = {
  print: writeLine,
  complain: (line) => void process.stderr.write(`${line}\n`),
  inputLines: () => splitLines(process.stdin),
  readText: readTextFile,
};

/** Resolves when the first of the signals that end a process politely arrives. */
const untilStopped = () =>
  new Promise<string>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve(signal));
  });

// A reader that has seen enough, such as `head`, closes the pipe; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : OUR_FAULT));

try {
  const command = parseCommandLine(process.argv.slice(2));
  process.exitCode = await runCommand(command, () => readConfig(environment()), io, untilStopped);
} catch (error) {
  io.complain(
    `explain-ip: ${error instanceof ExplainIpError ? describeError(error) : `a fault of ours: ${describeError(error)}`}`,
  );
  process.exitCode = error instanceof ExplainIpError ? exitCodes[error.code] : OUR_FAULT;
}

function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!isFileError(error, "ENOENT")) {
      throw new ExplainIpError("bad-config", ".env could not be read.", "Mend it or take it away.", { cause: error });
    }
  }
  return process.env;
}

async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const why = isFileError(error, "ENOENT") ? "There is no such file" : describeError(error);
    throw new ExplainIpError("bad-input", `${path} could not be read. ${why}.`, "Check the path.", { cause: error });
  }
}

function isFileError(error: unknown, code: string): boolean {
  return Error.isError(error) && "code" in error && error.code === code;
}
