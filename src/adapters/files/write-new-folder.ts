import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainIpError } from "../../errors.ts";
import { isFolder } from "./read-folder.ts";

/** Throws ExplainIpError `bad-input` unless there is nothing at this path yet, or an empty folder. */
export function requireFreshFolder(folder: string): void {
  const [found] = namesIn(folder);
  if (found === undefined) return;
  const remedy = "Name a folder that is empty or not there yet.";
  throw new ExplainIpError("bad-input", `${folder} is not empty: it holds ${found}. Nothing was written.`, remedy);
}

/** Writes these files (name to text) into an empty folder or a new one in a folder that is there; throws ExplainIpError `bad-input` where it cannot. */
export function writeNewFolder(folder: string, files: Readonly<Record<string, string>>): void {
  requireFreshFolder(folder);
  try {
    // Not the folders above it: a slip in the path shall not make a tree, and in /proc Node would try for ever.
    if (!isFolder(folder)) mkdirSync(folder);
    // What somebody else put there meanwhile stays.
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: "wx" });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    if (Error.isError(error) && "code" in error && error.code === "ENOENT") return [];
    throw notWritable(folder, error);
  }
}

function notWritable(folder: string, cause: unknown): ExplainIpError {
  const why = Error.isError(cause) ? cause.message : String(cause);
  const remedy = "Name a folder that is empty or not there yet, at a place where you may write.";
  return new ExplainIpError("bad-input", `${folder} could not be written: ${why}.`, remedy, { cause });
}
