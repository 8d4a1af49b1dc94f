import type { AddressScope } from "./address-scope.ts";
import type { Cidr } from "./cidr.ts";
import type { PrefixTable } from "./prefix-table.ts";
import { buildPrefixTable } from "./prefix-table.ts";

/** The document a row was taken from. Dates are YYYY-MM-DD; `lastUpdated` is the document's own, null where it has none. */
export type RegistryDocument = {
  readonly title: string;
  readonly url: string;
  readonly lastUpdated: string | null;
  readonly checkedOn: string;
};

/**
 * One entry of an IANA special-purpose registry (RFC 6890, section 2.2), or of an RFC those registries do not list. An entry with
 * two blocks is two rows. null stands where the registry says N/A; `reference` is its own wording.
 */
export type RegistryRow = {
  readonly cidr: Cidr;
  readonly name: string;
  readonly scope: AddressScope;
  readonly rfcs: readonly string[];
  readonly reference: string;
  readonly allocated: string | null;
  readonly terminated: string | null;
  readonly source: boolean | null;
  readonly destination: boolean | null;
  readonly forwardable: boolean | null;
  readonly globallyReachable: boolean | null;
  readonly reservedByProtocol: boolean | null;
  readonly registry: RegistryDocument;
};

/** All rows, and the table that finds the one that decides. */
export type Registry = { readonly rows: readonly RegistryRow[]; readonly table: PrefixTable<RegistryRow> };

export function buildRegistry(rows: Iterable<RegistryRow>): Registry {
  const all = [...rows];
  return { rows: all, table: buildPrefixTable(all.map((row) => ({ cidr: row.cidr, value: row }))) };
}
