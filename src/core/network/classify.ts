import type { Address } from "./address.ts";
import type { AddressScope } from "./address-scope.ts";
import type { EmbeddedAddress } from "./embedded-address.ts";
import { readEmbeddedAddress } from "./embedded-address.ts";
import type { MulticastScope } from "./multicast-scope.ts";
import { readMulticastScope } from "./multicast-scope.ts";
import type { Registry, RegistryRow } from "./registry.ts";

/** The verdict on an address. `decidedBy` is the longest row that holds it; null when no row does. */
export type Classification = {
  readonly address: Address;
  readonly scope: AddressScope;
  readonly decidedBy: RegistryRow | null;
  /** Whether the internet routes to it; null where the registry says N/A. */
  readonly globallyReachable: boolean | null;
  readonly multicastScope?: MulticastScope;
  readonly embeds?: EmbeddedAddress;
};

/**
 * Says what the registries say. The longest row decides alone and inherits nothing, as the registries' footnotes ask: 192.0.0.9 is
 * globally reachable although 192.0.0.0/24 is not. Without a row an address is global, except IPv6 outside 2000::/3, which the
 * IANA IPv6 address space registry keeps as "Reserved by IETF".
 */
export function classify(address: Address, registry: Registry): Classification {
  const row = registry.table.longestMatch(address)?.value;
  const multicastScope = readMulticastScope(address);
  const embeds = readEmbeddedAddress(address);
  return {
    address,
    ...(row ? verdictOf(row) : verdictWithoutRow(address)),
    ...(multicastScope && { multicastScope }),
    ...(embeds && { embeds }),
  };
}

type Verdict = Pick<Classification, "scope" | "decidedBy" | "globallyReachable">;

function verdictOf(row: RegistryRow): Verdict {
  return { scope: row.scope, decidedBy: row, globallyReachable: row.globallyReachable };
}

function verdictWithoutRow({ family, value }: Address): Verdict {
  const isReserved = family === 6 && value >> 125n !== 1n;
  if (isReserved) return { scope: "reserved", decidedBy: null, globallyReachable: false };
  return { scope: "global", decidedBy: null, globallyReachable: true };
}
