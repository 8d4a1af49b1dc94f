import { parseAddress } from "../../../network/address.ts";
import { listAddress } from "../list-address.ts";
import type { ListingReader } from "../listing-entry.ts";

const MOST_NAMES = 12;
const hostName = /^[A-Za-z0-9_](?:[\w.-]{0,250}[A-Za-z0-9_.])?$/;

/** `/etc/hosts` and the `hosts` block of CoreDNS: an address and the names it is given. */
export const readHosts: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    if (text.length > 600) return [];
    const [address = "", ...names] = (text.split("#")[0] ?? "").trim().split(/\s+/);
    if (!parseAddress(address) || !areNames(names)) return [];
    return listAddress(address, { as: "host-name", name: names[0], from: line, to: line });
  });

/** A sentence can begin with an address: the first name must look like one, and none of the others may be a verb of a route. */
function areNames(names: readonly string[]): boolean {
  const [first = ""] = names;
  const looksLikeName = /[.\d-]/.test(first) || first.startsWith("localhost");
  const isOther = names.includes("dev") || names.includes("via") || parseAddress(first) !== undefined;
  return looksLikeName && !isOther && names.length <= MOST_NAMES && names.every((name) => hostName.test(name));
}
