import type { ClusterObject } from "../../core/evidence/cluster-lookup.ts";
import { type Address, isSameAddress, parseAddress } from "../../core/network/address.ts";

/** Where one kind of object was looked at for an address: what has it, and what a "nobody has it" must be qualified with. */
export type Sighting = { readonly objects: readonly ClusterObject[]; readonly caveats: readonly string[] };

/** Is this text from the API the address, however it is written? */
export function isWritten(address: Address, text: string | undefined): boolean {
  const other = text === undefined ? undefined : parseAddress(text);
  return other !== undefined && isSameAddress(other, address);
}

/** The caveat of a list that was not read to its end. */
export function caveatOfCut(resource: string, count: number, complete: boolean): string[] {
  return complete ? [] : [`Only the first ${count} ${resource} were compared.`];
}
