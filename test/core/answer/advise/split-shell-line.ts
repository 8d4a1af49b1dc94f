import { spawnSync } from "node:child_process";

/** The words of a line as a shell reads them: `printf` gets them and prints each on a line of its own. Runs nothing else. */
export function splitShellLine(line: string): string[] {
  if (/[;&|<>$\\`\n]/.test(line)) throw new Error(`more than one plain command: ${line}`);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `set -f; printf '%s\\n' ${line}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.split("\n").slice(0, -1);
}

/** Whether a shell can parse the text; it is not run. */
export function isShell(text: string): boolean {
  return spawnSync("sh", ["-n"], { input: text }).status === 0;
}
