import { readFileSync } from "node:fs";

/** A file's text as if it were written on any system: no byte order mark, lines that end with a line feed alone. */
export function readTextFile(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}
