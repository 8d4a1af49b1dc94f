import type { Address } from "../../src/core/network/address.ts";
import { parseAddress } from "../../src/core/network/address.ts";
import type { AddressRange } from "../../src/core/network/address-range.ts";
import type { Cidr } from "../../src/core/network/cidr.ts";
import { parseCidr } from "../../src/core/network/cidr.ts";

/** The address written in a test; a slip of the pen throws. */
export function addressAt(text: string): Address {
  const address = parseAddress(text);
  if (!address) throw new Error(`the test writes ${text}, which is not an address`);
  return address;
}

/** The block written in a test; host bits throw too. */
export function cidrAt(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed || parsed.hostBitsSet) throw new Error(`the test writes ${text}, which is not a canonical CIDR`);
  return parsed.cidr;
}

/** The range written in a test as `first-last`. */
export function rangeAt(text: string): AddressRange {
  const [first = "", last = ""] = text.split("-");
  return { first: addressAt(first), last: addressAt(last) };
}
