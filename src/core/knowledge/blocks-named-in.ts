import { blockOfOne, type Cidr } from "../network/cidr.ts";
import { extractEntities } from "../question/extract-entities.ts";

/** The addresses, each as a block of one, and the blocks that a text names, read as a question is read. */
export function blocksNamedIn(text: string): Cidr[] {
  const { addresses, cidrs } = extractEntities(text);
  return [...addresses.map(({ value }) => blockOfOne(value)), ...cidrs.map(({ value }) => value)];
}
