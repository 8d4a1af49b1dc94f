import { maskLengthOf } from "../../extract/netmask.ts";
import { listAddress, listBlock } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";

const ipHead = /^\s*\d{1,5}: ([\w.:-]{1,40}?)(?:@[\w.-]{1,40})?(?:: <|\s+inet)/;
const ifconfigHead = /^\s*([\w.-]{1,40}(?::\d{1,4})?):?\s+(?:flags=|Link encap:)/;
const briefLine = /^\s*([\w.-]{1,40})(?:@[\w.-]{1,40})?\s+(?:UP|DOWN|UNKNOWN)\s+(\S.*)$/;
const inetField = /(?:^|\s)inet6?\s+(?:addr:\s?)?([\da-f.:]{3,45}(?:\/\d{1,3})?)/i;

/** `ip address`, in full, brief and one-line form, and `ifconfig` of Linux and macOS: which interface has the address. */
export const readInterfaces: ListingReader = (lines) => {
  let open: { readonly name: string; readonly line: number } | undefined;
  return lines.flatMap((text, line) => {
    const head = (ipHead.exec(text) ?? ifconfigHead.exec(text))?.[1];
    if (head) open = { name: head, line };
    const address = inetField.exec(text)?.[1];
    if (address === undefined) return readBrief(text, line);
    const label = labelOf(text);
    const name = label ?? open?.name;
    if (name === undefined) return [];
    return listBoth(withMask(address, text), name, label ? line : (open?.line ?? line), line);
  });
};

function readBrief(text: string, line: number): ListingEntry[] {
  const [, name, addresses = ""] = briefLine.exec(text) ?? [];
  if (name === undefined) return [];
  return addresses
    .split(/\s+/)
    .filter((address) => address.includes("/"))
    .flatMap((address) => listBoth(address, name, line, line));
}

/** The address itself, and the network it is in. */
function listBoth(text: string, name: string, from: number, to: number): ListingEntry[] {
  const network = text.includes("/") ? listBlock(text, { as: "interface-network", name, from, to }) : [];
  return [...listAddress(text, { as: "interface", name, from, to }), ...network];
}

const notLabels = /^(?:link|host|global|site|dynamic|noprefixroute|secondary|deprecated|temporary|mngtmpaddr|nodad)$/;

/** `… scope global docker0` names the interface also where only this line was pasted. */
function labelOf(text: string): string | undefined {
  const last = / scope (?:\w+ ){1,6}([\w.:-]{1,40})\s*(?:\\.*)?$/.exec(text)?.[1];
  return last === undefined || notLabels.test(last) ? undefined : last;
}

/** `netmask 255.255.0.0`, `Mask:255.255.0.0`, and macOS's `netmask 0xffff0000`. */
function withMask(address: string, text: string): string {
  if (address.includes("/")) return address;
  const mask = /(?:netmask |Mask:)\s{0,4}(\d[\d.]{6,14}|0x[\da-f]{8})/i.exec(text)?.[1];
  const quad = mask?.startsWith("0x") ? quadOf(Number(mask)) : mask;
  const length = quad === undefined ? undefined : maskLengthOf(quad);
  return length ? `${address}/${length}` : address;
}

function quadOf(bits: number): string {
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join(".");
}
