import { listAddress } from "../list-address.ts";
import type { ListingReader } from "../listing-entry.ts";

const header = /\bx[-_]forwarded[-_]for"?\s{0,4}[:=]{1,2}>?\s{0,4}["'[]{0,2}([\da-f.:,\s[\]]{3,600})/i;
const MOST_ENTRIES = 30;

/** `X-Forwarded-For` in any spelling of headers and logs: the position of the address in the chain. */
export const readForwardedChains: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    const chain = (header.exec(text)?.[1] ?? "")
      .split(",")
      .map((part) => part.trim().split(/\s/)[0] ?? "")
      .filter((part) => part !== "")
      .slice(0, MOST_ENTRIES);
    return chain.flatMap((address, i) =>
      listAddress(address, { as: "forwarded", name: String(i + 1), other: String(chain.length), from: line, to: line }),
    );
  });
