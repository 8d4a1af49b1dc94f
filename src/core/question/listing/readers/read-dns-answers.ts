import { listAddress } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";

const record = /^\s*;?([\w.*-]{1,253})\s+(?:\d{1,9}\s+)?IN\s+(?:A|AAAA)\s+([\da-f.:]{2,45})\s*$/i;
const pointer =
  /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.in-addr\.arpa\.?\s.{0,40}\b(?:PTR\s|name = |pointer )\s{0,8}(\S{1,253})/i;
const hostLine = /^\s*([\w.-]{1,253}) has (?:IPv6 )?address ([\da-f.:]{2,45})\s*$/i;
const toolLine = /(?:^PING6? |Connected to )([\w.-]{1,253}) \(([\da-f.:]{2,45})\)/i;
const digServer = /^;; SERVER: ([\da-f.:]{2,45})#/i;

/** dig, host, nslookup (also busybox's), ping and `curl -v`: which name gave the address, and which server was asked. */
export const readDnsAnswers: ListingReader = (lines) => {
  const lookup: Lookup = { name: undefined, from: 0, isServer: false };
  return lines.flatMap((text, line) => {
    const where = { from: line, to: line };
    const [, name, address] = record.exec(text) ?? hostLine.exec(text) ?? toolLine.exec(text) ?? [];
    if (name !== undefined) return listAddress(address, { as: "dns-answer", name: withoutDot(name), ...where });
    const [, d, c, b, a, target] = pointer.exec(text) ?? [];
    if (target !== undefined)
      return listAddress([a, b, c, d].join("."), { as: "host-name", name: withoutDot(target), ...where });
    const server = digServer.exec(text)?.[1];
    if (server !== undefined) return listAddress(server, { as: "dns-server", ...where });
    return readNslookup(text, line, lookup);
  });
};

/** Where in the output of nslookup we are: `Address:` belongs to the `Server:` or the `Name:` right before it. */
type Lookup = { name: string | undefined; from: number; isServer: boolean };

function readNslookup(text: string, line: number, lookup: Lookup): ListingEntry[] {
  const [, key, value = ""] = /^\s*(Server|Name|Address(?: \d{1,2})?|Addresses):\s*(\S.{0,300})$/.exec(text) ?? [];
  if (key === "Server" || key === "Name") {
    Object.assign(lookup, { name: value.trim(), from: line, isServer: key === "Server" });
    return [];
  }
  if (key === undefined) {
    lookup.name = undefined;
    return [];
  }
  if (lookup.name === undefined) return [];
  const [address, name] = value.trim().split(/\s+/);
  const where = { from: lookup.from, to: line };
  if (lookup.isServer) return listAddress(address, { as: "dns-server", ...where });
  return listAddress(address, { as: "dns-answer", name: withoutDot(name ?? lookup.name), ...where });
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}
