#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { runCommand } from "./app.ts";
import { readConfig } from "./config.ts";
import { describeError, ExplainIpError } from "./errors.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";
import { exitCodes, OUR_FAULT } from "./surfaces/cli/exit-codes.ts";
import { parseCommandLine } from "./surfaces/cli/parse-command-line.ts";

/** The only place that knows the process: its arguments, its environment, its streams, its end. */
const io: CommandIo = {
  print: writeLine,
  complain: (line) => void process.stderr.write(`${line}\n`),
  inputLines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
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
    if (!(Error.isError(error) && "code" in error && error.code === "ENOENT")) throw error;
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
    throw new ExplainIpError("bad-input", `${path} could not be read.`, "Check the path.", { cause: error });
  }
}
