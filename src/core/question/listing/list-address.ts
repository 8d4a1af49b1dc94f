import { type Address, parseAddress } from "../../network/address.ts";
import { blockOfOne, parseCidr } from "../../network/cidr.ts";
import type { ListingEntry } from "./listing-entry.ts";

/** What is known of an entry before its address is read; `undefined` names are left out. */
type Beside = Pick<ListingEntry, "as" | "from" | "to"> & {
  readonly name?: string | undefined;
  readonly other?: string | undefined;
};

const LONGEST_NAME = 60;

/** What objects, hosts and devices are called in these listings; a name with anything else in it is not repeated. */
const plainName = /^\/?[A-Za-z0-9_.:/@-]+$/;

/** A name as it may be repeated: of plain characters, no link, cut to a length; undefined for anything else. */
export function plainListedName(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 300 || !plainName.test(text) || text.includes("//")) return undefined;
  return text.replace(/^[@/]+/, "").slice(0, LONGEST_NAME) || undefined;
}

/** Reads an address as listings write it, whatever of `/24`, `:8080`, `#53`, `%eth0` or brackets is around it. */
export function parseListedAddress(text: string): Address | undefined {
  const bare = text.replace(/^["'([<]+/, "").replace(/["')\],;>]+$/, "");
  const [host = ""] = bare.split(/[/#]|\]:/);
  return parseAddress(host) ?? parseAddress(host.replace(/:\d{1,5}$/, "")) ?? undefined;
}

/** The entry of one address; none when the text is no address, or when something stands beside it that must not be repeated. */
export function listAddress(text: string | undefined, beside: Beside): ListingEntry[] {
  const address = text === undefined || text.length > 120 ? undefined : parseListedAddress(text);
  return address ? withNames({ ...beside, block: blockOfOne(address) }) : [];
}

/** The entry of a block; an address without a length is a block of one. */
export function listBlock(text: string | undefined, beside: Beside): ListingEntry[] {
  if (text === undefined || text.length > 120) return [];
  const block = parseCidr(text)?.cidr;
  return block ? withNames({ ...beside, block }) : listAddress(text, beside);
}

function withNames({ name, other, ...entry }: Beside & Pick<ListingEntry, "block">): ListingEntry[] {
  const plain = { name: plainListedName(name), other: plainListedName(other) };
  if (name !== undefined && plain.name === undefined) return [];
  return [
    {
      ...entry,
      ...(plain.name === undefined ? {} : { name: plain.name }),
      ...(plain.other === undefined ? {} : { other: plain.other }),
    },
  ];
}
