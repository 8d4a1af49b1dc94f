import { parseAddress } from "../../network/address.ts";

/** The prefix length that a netmask such as 255.255.240.0 writes; undefined for anything else. */
export function maskLengthOf(text: string): number | undefined {
  const address = parseAddress(text);
  return address?.family === 4 ? leadingOnes(Number(address.value)) : undefined;
}

/** The prefix length that an inverse mask such as 0.0.15.255 writes, as access lists of routers have it; undefined for anything else. */
export function inverseMaskLengthOf(value: number): number | undefined {
  return value === 0 ? undefined : leadingOnes((~value >>> 0) as number);
}

/** How many ones a 32 bit number starts with, when zeros alone follow; undefined otherwise. */
function leadingOnes(value: number): number | undefined {
  const inverted = ~value >>> 0;
  const isContiguous = (inverted & (inverted + 1)) === 0;
  return isContiguous ? Math.clz32(inverted) : undefined;
}
