import { listAddress } from "../list-address.ts";
import type { ListingReader } from "../listing-entry.ts";

const line = /^\s*(?:nameserver|(?:Current )?DNS Servers?:)\s+(\S{2,60}(?:\s+\S{2,60}){0,8})\s*$/;

/** `resolv.conf`, and what `resolvectl status` says of the servers in use. */
export const readNameservers: ListingReader = (lines) =>
  lines.flatMap((text, at) =>
    (line.exec(text)?.[1] ?? "")
      .split(/\s+/)
      .flatMap((address) => listAddress(address, { as: "nameserver", from: at, to: at })),
  );
