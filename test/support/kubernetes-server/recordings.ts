import { readFileSync } from "node:fs";
import { isKubernetesObject, type KubernetesObject } from "./kubernetes-object.ts";

const folder = new URL("./recordings/", import.meta.url);

/** The text of one recorded reply, byte for byte. */
export function readRecording(name: string): string {
  return readFileSync(new URL(`${name}.json`, folder), "utf8");
}

/** The objects of a recorded list. */
export function readRecordedItems(name: string): KubernetesObject[] {
  const list: unknown = JSON.parse(readRecording(name));
  const items: unknown = typeof list === "object" && list !== null && "items" in list ? list.items : undefined;
  if (!Array.isArray(items) || !items.every(isKubernetesObject))
    throw new Error(`recordings/${name}.json is not a list`);
  return items;
}
