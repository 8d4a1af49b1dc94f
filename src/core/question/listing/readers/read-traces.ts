import { listAddress } from "../list-address.ts";
import type { ListingReader } from "../listing-entry.ts";

const withName = /^\s*(\d{1,3})\s+(\S{1,200}) \(([\da-f.:]{2,45})\)\s+(?:\[|!|[\d.]{1,10} ?ms|\*)/i;
const bare = /^\s*(\d{1,3})(?::|\.\|--|\?:)?\s+([\da-f.:]{2,45})\s+(?:[\d.]{1,10} ?ms|\*|[\d.]{1,6}%\s)/i;

/** traceroute, tracepath and mtr: which hop has the address. */
export const readTraces: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    const where = { as: "hop", from: line, to: line } as const;
    const [, hop, name, address] = withName.exec(text) ?? [];
    if (hop !== undefined)
      return listAddress(address, { ...where, name: hop, other: name === address ? undefined : name });
    const [, number, plain] = bare.exec(text) ?? [];
    return number === undefined ? [] : listAddress(plain, { ...where, name: number });
  });
