import { blockOfOne, type Cidr } from "../network/cidr.ts";
import type { NotationFinding } from "../question/entities.ts";
import { extractEntities } from "../question/extract-entities.ts";

/** What a text names, read as a question is read: whole blocks, parts of some (an address, `172.17.0.x`), and what is neither. */
export type NamedBlocks = {
  readonly blocks: readonly Cidr[];
  readonly parts: readonly Cidr[];
  readonly slips: readonly NotationFinding[];
};

export function blocksNamedIn(text: string): NamedBlocks {
  const { addresses, cidrs, findings } = extractEntities(text);
  return {
    blocks: cidrs.filter((mention) => mention.text.includes("/")).map(({ value }) => value),
    parts: [
      ...addresses.map(({ value }) => blockOfOne(value)),
      ...cidrs.filter((mention) => !mention.text.includes("/")).map(({ value }) => value),
    ],
    slips: findings.filter(isSlip),
  };
}

/** `192.168.56.1/24` is an interface with its network and meant so; `10.245.0.0/14` cannot be. */
function isSlip({ kind, text }: NotationFinding): boolean {
  return (
    kind === "octet-over-255" || kind === "prefix-too-long" || (kind === "host-bits-set" && /(?:\.0|::)\//.test(text))
  );
}
