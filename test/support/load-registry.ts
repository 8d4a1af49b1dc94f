import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { AddressScope } from "../../src/core/network/address-scope.ts";
import { addressScopes } from "../../src/core/network/address-scope.ts";
import { parseCidr } from "../../src/core/network/cidr.ts";
import type { Registry, RegistryRow } from "../../src/core/network/registry.ts";
import { buildRegistry } from "../../src/core/network/registry.ts";

const folder = new URL("../../knowledge/registries/", import.meta.url);

/** A row as it stands in the file, with CIDRs as text: what an oracle may read without using the code it judges. */
export type RawRow = Omit<RegistryRow, "cidr" | "scope" | "registry"> & {
  readonly cidrs: readonly string[];
  readonly scope: string;
};

type RawFile = {
  readonly registry: string;
  readonly url: string;
  readonly lastUpdated: string | null;
  readonly checkedOn: string;
  readonly rows: readonly RawRow[];
  readonly ipv6Scopes?: readonly { readonly value: string; readonly name: string }[];
};

/** The registry files as they are, by file name. */
export function readRegistryFiles(): ReadonlyMap<string, RawFile> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return new Map(names.map((name) => [name, parse(readFileSync(new URL(name, folder), "utf8")) as RawFile]));
}

/** The registries that ship, built as the bot builds them. */
export function loadRegistry(): Registry {
  return buildRegistry([...readRegistryFiles().values()].flatMap(rowsOf));
}

function rowsOf(file: RawFile): RegistryRow[] {
  const registry = { title: file.registry, url: file.url, lastUpdated: file.lastUpdated, checkedOn: file.checkedOn };
  return file.rows.flatMap(({ cidrs, scope, ...row }) =>
    cidrs.map((text) => ({ ...row, cidr: readCidr(text), scope: readScope(scope), registry })),
  );
}

function readCidr(text: string): RegistryRow["cidr"] {
  const parsed = parseCidr(text);
  if (!parsed || parsed.hostBitsSet) throw new Error(`${text} in the registries is not a CIDR`);
  return parsed.cidr;
}

function readScope(word: string): AddressScope {
  if (!Object.hasOwn(addressScopes, word)) throw new Error(`${word} in the registries is not a scope`);
  return word as AddressScope;
}
