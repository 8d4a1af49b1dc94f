import { ExplainIpError } from "../../errors.ts";

/** SQLite's primary result codes, the low byte of the extended ones (https://sqlite.org/rescode.html). */
const resultCode = { busy: 5, locked: 6, corrupt: 11, notADatabase: 26 } as const;

/** Whether another connection holds the lock, so that waiting may help. */
export function isLocked(error: unknown): boolean {
  const code = primaryCode(error);
  return code === resultCode.busy || code === resultCode.locked;
}

/** What SQLite, or the file system before it, threw, as an error that says which file and what to do. */
export function explainSqliteError(path: string, error: unknown): unknown {
  if (error instanceof ExplainIpError || !Error.isError(error)) return error;
  const code = primaryCode(error);
  if (code === resultCode.corrupt || code === resultCode.notADatabase) return damagedFile(path, error.message, error);
  const [message, remedy] = isLocked(error)
    ? [
        `The store ${path} is locked by another process.`,
        "Close what holds it (a database browser, a backup, a stuck explain-ip) and try again.",
      ]
    : [
        `The store ${path} cannot be used: ${error.message}.`,
        "Check that the folder exists, that explain-ip may write to it and that the disk is not full; or name another file.",
      ];
  return new ExplainIpError("store-unavailable", message, remedy, { cause: error });
}

/** Nothing is repaired by itself: the file may hold questions that were accepted and not answered yet. */
export function damagedFile(path: string, finding: string, cause?: unknown): ExplainIpError {
  return new ExplainIpError(
    "store-damaged",
    `The store ${path} is damaged or is no SQLite file: ${finding}.`,
    `Stop explain-ip, put back a copy of ${path} or move it aside together with ${path}-wal and ${path}-shm, and start again.`,
    { cause },
  );
}

function primaryCode(error: unknown): number | undefined {
  if (!Error.isError(error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode & 0xff;
}
