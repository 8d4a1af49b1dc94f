import type { Reading } from "./reading.ts";

const words = /\b(?:containers?|docker(?:file|ized|ised)|compose)\b/i;

/** Whether the talk is of containers on a machine, though nobody may have named what runs them. */
export function speaksOfContainers({ text }: Reading): boolean {
  return words.test(text);
}
