import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

export type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type CliSetting = {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs; a fresh empty folder when left out, so that no .env and no store of this checkout is met. */
  readonly cwd?: string;
};

/** Runs the command line as its user does: a process of its own with nothing of our environment but what is given. */
export async function runCli(
  words: readonly string[],
  { input = "", env = {}, cwd }: CliSetting = {},
): Promise<CliRun> {
  const folder = cwd ?? mkdtempSync(join(tmpdir(), "explain-ip-cli-"));
  try {
    return await run(words, { input, env, cwd: folder });
  } finally {
    if (cwd === undefined) rmSync(folder, { recursive: true });
  }
}

function run(words: readonly string[], { input, env, cwd }: Required<CliSetting>): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...words], { cwd, env: { ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    // A command that does not read its input may end first.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(out).toString("utf8"), stderr: Buffer.concat(err).toString("utf8") });
    });
  });
}

/** The objects of JSON Lines, typed as records. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
