import { join } from "node:path";
import { fingerprintOf, keepParts, readKept } from "./kept-knowledge.ts";
import { requireSound } from "./load-knowledge.ts";
import { indexViews, judgePlaces, type KnowledgeFolders, type LoadedViews, openPlaces } from "./load-views.ts";
import type { ParseMemory } from "./parse-folder.ts";
import { isFolder } from "./read-folder.ts";

/**
 * Loads knowledge that must be sound; throws ExplainIpError `knowledge-broken` that names every problem. What was sound is
 * kept in the data folder, and taken from there as long as nothing has changed: parsing and judging take most of a start.
 * Where there is no data folder nothing is kept: a command that only answers leaves nothing behind.
 */
export function loadSoundViews(
  folders: KnowledgeFolders,
  today: string,
  memory: ParseMemory,
  dataFolder: string,
): Pick<LoadedViews, "public" | "internal"> {
  const places = openPlaces(folders);
  const file = isFolder(dataFolder) ? join(dataFolder, "knowledge.kept") : undefined;
  const fingerprint = fingerprintOf(places, today);
  const kept = file === undefined ? undefined : readKept(file, fingerprint);
  if (kept) return indexViews(kept);
  const { problems, ...parts } = judgePlaces(places, today, memory);
  requireSound(folders.overlay ? `${folders.folder} with ${folders.overlay}` : folders.folder, problems);
  if (file !== undefined) keepParts(file, fingerprint, parts);
  return indexViews(parts);
}
