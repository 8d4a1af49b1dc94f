import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Places, ViewParts } from "./load-views.ts";

/** Hexadecimal digits of SHA-256: what a file of kept knowledge begins with. */
const FINGERPRINT_LENGTH = 64;

const sourceFolders = [import.meta.dirname, join(import.meta.dirname, "..", "..", "core")];

/**
 * Stands for everything that decides what comes of loading: every text, the day (some rules look at it), the program that
 * parses and judges, and the Node that writes the file.
 */
export function fingerprintOf({ base, own }: Places, today: string): string {
  const hash = createHash("sha256");
  const add = (...parts: readonly string[]) => {
    // With their lengths, so that no two lists of parts read alike.
    for (const part of parts) hash.update(`${part.length}:${part}`);
  };
  add(process.version, today, ...sourceFolders.flatMap(printFiles));
  for (const place of own ? [base, own] : [base]) {
    add(place.folder);
    for (const [path, text] of place.texts) add(path, text);
  }
  return hash.digest("hex");
}

/** Name, size and time of each file of the program: cheaper than its text, and changed with it. */
function printFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}

/** What was kept under this fingerprint; undefined where there is nothing, something else, or a file that cannot be read. */
export function readKept(file: string, fingerprint: string): ViewParts | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.toString("latin1", 0, FINGERPRINT_LENGTH) !== fingerprint) return undefined;
    return deserialize(bytes.subarray(FINGERPRINT_LENGTH));
  } catch {
    return undefined;
  }
}

/** Keeps what was loaded, for its owner alone, in place of what was kept before. A folder that takes no file only costs time. */
export function keepParts(file: string, fingerprint: string, { public: open, internal }: ViewParts): void {
  const parts: ViewParts = internal
    ? { public: onlyParts(open), internal: onlyParts(internal) }
    : { public: onlyParts(open) };
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(fingerprint, "latin1"), serialize(parts)]), { mode: 0o600 });
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

function onlyParts({ version, rows, products, articles }: ViewParts["public"]): ViewParts["public"] {
  return { ...(version === undefined ? {} : { version }), rows, products, articles };
}
