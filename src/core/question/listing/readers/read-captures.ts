import { listAddress } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";

const packet = /\bIP6? (?:\([^()]{1,200}\)\s{0,8})?([\w.:%-]{2,80}) > ([\w.:%-]{2,80}): /;

/** tcpdump: the side of `>` on which the address stands. */
export const readCaptures: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    const [, from, to] = text.includes(" > ") ? (packet.exec(text) ?? []) : [];
    return from && to
      ? [...side(from, to, "capture-source", line), ...side(to, from, "capture-destination", line)]
      : [];
  });

function side(text: string, peer: string, as: "capture-source" | "capture-destination", line: number): ListingEntry[] {
  return listAddress(withoutPort(text), { as, name: withoutPort(peer), from: line, to: line });
}

/** tcpdump writes the port, by number or name, as a further part behind a dot. */
function withoutPort(side: string): string {
  const quad = /^(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:\.[\w-]{1,20})?$/.exec(side)?.[1];
  return quad ?? (side.includes(":") ? side.replace(/\.[\w-]{1,20}$/, "") : side);
}
