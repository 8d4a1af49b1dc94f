import { type FSWatcher, watch } from "node:fs";

/** Editors and copies change a file in several steps; what comes within this time of each other is one change. */
const SETTLE_MS = 200;

export type WatchedFolders = { readonly close: () => void };

/**
 * Calls `onChange` once things have settled after anything in the folders, however deep, has changed. `onFailure` is told
 * why a folder cannot be watched, or no longer. A folder that is itself replaced by another is not followed.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: () => void,
  onFailure: (error: unknown) => void,
): WatchedFolders {
  let settling: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(settling);
    settling = setTimeout(onChange, SETTLE_MS);
  };
  const watchers = folders.flatMap((folder) => watchFolder(folder, changed, onFailure));
  return {
    close: () => {
      clearTimeout(settling);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function watchFolder(folder: string, changed: () => void, onFailure: (error: unknown) => void): FSWatcher[] {
  try {
    return [watch(folder, { recursive: true }, changed).on("error", onFailure)];
  } catch (error) {
    onFailure(error);
    return [];
  }
}
