import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "./read-text-file.ts";

/** The files of a knowledge folder that mean something, by their paths within it, as in `products/gke.yaml`. */
export type FolderTexts = ReadonlyMap<string, string>;

/** Single files, and folders with the ending of the files in them; all else in a knowledge folder is left alone. */
const singleFiles = ["manifest.yaml", "exceptions.yaml", "networks.yaml"] as const;
const folders = [
  ["registries", ".yaml"],
  ["products", ".yaml"],
  ["articles", ".md"],
] as const;

/** Reads all of a knowledge folder or an overlay, in alphabetical order. What is not there is left out. */
export function readFolder(folder: string): FolderTexts {
  const paths = [
    ...singleFiles.filter((name) => isFile(join(folder, name))),
    ...folders.flatMap(([name, ending]) => filesIn(folder, name, ending)),
  ];
  return new Map(paths.map((path) => [path, readTextFile(join(folder, path))]));
}

/** Whether there is a folder at this path. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function filesIn(folder: string, name: string, ending: string): string[] {
  if (!isFolder(join(folder, name))) return [];
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(ending));
  const paths = files.toSorted().map((file) => `${name}/${file}`);
  return paths.filter((path) => isFile(join(folder, path)));
}

/** Whether there is a file at this path. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
