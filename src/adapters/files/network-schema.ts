import { z } from "zod";
import { formatAddress, parseAddress } from "../../core/network/address.ts";
import { formatCidr, parseCidr } from "../../core/network/cidr.ts";

/** A CIDR in canonical notation: no host bits, IPv6 as RFC 5952 writes it. */
export const cidrSchema = z.string().transform((text, context) => {
  const parsed = parseCidr(text);
  const canonical = parsed ? formatCidr(parsed.cidr) : undefined;
  if (parsed && canonical === text) return parsed.cidr;
  const message = canonical ? `"${text}" is not canonical, write ${canonical}` : `"${text}" is not a CIDR`;
  context.issues.push({ code: "custom", message, input: text });
  return z.NEVER;
});

/** One address in canonical notation. */
export const addressSchema = z.string().transform((text, context) => {
  const address = parseAddress(text);
  if (address && formatAddress(address) === text) return address;
  const message = address
    ? `"${text}" is not canonical, write ${formatAddress(address)}`
    : `"${text}" is not an address`;
  context.issues.push({ code: "custom", message, input: text });
  return z.NEVER;
});
