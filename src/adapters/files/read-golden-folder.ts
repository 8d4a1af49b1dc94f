import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ExplainIpError } from "../../errors.ts";
import { isFile, isFolder } from "./read-folder.ts";
import { readTextFile } from "./read-text-file.ts";

/** A golden case as it lies on disk: `id` is the name of its folder, `data` what its question.json holds, not yet checked. */
export type GoldenFile = { readonly id: string; readonly file: string; readonly data: unknown };

/** The golden cases in a folder by name; none where there is no such folder. Throws ExplainIpError `bad-input` for what is not JSON. */
export function readGoldenFolder(folder: string): GoldenFile[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((id) => ({ id, file: join(folder, id, "question.json") }))
    .filter(({ file }) => isFile(file))
    .map(({ id, file }) => ({ id, file, data: readJson(file) }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readTextFile(file));
  } catch (error) {
    const why = Error.isError(error) ? error.message : String(error);
    throw new ExplainIpError("bad-input", `${file} is not JSON: ${why}.`, "Mend it or take it away.", { cause: error });
  }
}
