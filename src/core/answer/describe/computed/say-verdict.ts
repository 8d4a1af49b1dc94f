import { formatAddress } from "../../../network/address.ts";
import { rangeOf, rangesOverlap } from "../../../network/address-range.ts";
import { type AddressScope, addressScopes } from "../../../network/address-scope.ts";
import { type Cidr, cidrContainsCidr, countAddresses, formatCidr } from "../../../network/cidr.ts";
import type { Registry, RegistryRow } from "../../../network/registry.ts";
import { extentOf, type Subject } from "../../../question/subject.ts";
import type { ClassifiedSubject } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

/** A verdict in words, to follow the name of what it is about, and the registry rows that it rests on. */
type Said = { readonly said: string; readonly rows: readonly RegistryRow[] };

/** What the registries say of a subject as a whole; of one that no row holds as a whole, what is in it. */
export function sayVerdict(classified: ClassifiedSubject, registry: Registry): Said {
  return classified.isUniform ? sayRow(classified, registry) : sayParts(classified, registry);
}

function sayRow({ verdict, subject }: ClassifiedSubject, registry: Registry): Said {
  const { decidedBy, embeds, scope } = verdict;
  const { phrase } = addressScopes[scope];
  if (!decidedBy) return sayNoRow(subject, phrase, scope, registry);
  const carried = embeds && subject.kind === "address" ? `; it carries ${formatAddress(embeds.address)}` : "";
  return { said: `is in ${formatCidr(decidedBy.cidr)}: ${phrase}${carried}`, rows: [decidedBy] };
}

/** Public, with a word on the private block that people take it for: 172.80.0.0 looks like 172.16.0.0/12 and is not in it. */
function sayNoRow({ block }: Subject, phrase: string, scope: AddressScope, registry: Registry): Said {
  if (scope !== "global") return { said: `is ${phrase}`, rows: [] };
  const isPublic = "is public address space, routable on the internet";
  const alike = registry.rows.find((row) => looksLike(row, block));
  if (!alike) return { said: isPublic, rows: [] };
  const { first, last } = rangeOf(alike.cidr);
  const ends = `${formatAddress(first)} to ${formatAddress(last)}`;
  return {
    said: `${isPublic}: it lies outside ${formatCidr(alike.cidr)} (${alike.name}), which is ${ends}`,
    rows: [alike],
  };
}

/** In the same /8 as a private block, where people take addresses to be private too. */
export function looksLike({ cidr, scope }: RegistryRow, block: Cidr): boolean {
  const isInside = scope === "private-use" || scope === "shared-address-space" || scope === "link-local";
  return isInside && cidr.address.family === 4 && block.address.family === 4 && firstOctet(cidr) === firstOctet(block);
}

function firstOctet({ address }: Cidr): bigint {
  return address.value >> 24n;
}

const MOST_PARTS = 3;

/** What no single row holds: what in it is set aside for what, and whether the rest is public. */
function sayParts({ subject }: ClassifiedSubject, registry: Registry): Said {
  const extent = extentOf(subject);
  const touching = registry.rows.filter(({ cidr }) => rangesOverlap(rangeOf(cidr), extent));
  const outermost = touching.filter(
    (row) => !touching.some((other) => other !== row && cidrContainsCidr(other.cidr, row.cidr)),
  );
  const rows = outermost.slice(0, MOST_PARTS);
  const parts = listWords(rows.map((row) => `${formatCidr(row.cidr)} is ${row.name} (${row.rfcs.join(", ")})`));
  const ends = `${formatAddress(extent.first)} to ${formatAddress(extent.last)}`;
  if (outermost.length > rows.length)
    return { said: `is ${ends}, which takes in several special blocks: ${parts}, and others`, rows };
  return { said: `is ${ends}; in it ${parts}${sayRest(subject, outermost)}`, rows };
}

/** Of IPv4 all that no row holds is public; of IPv6 much is not allocated at all. */
function sayRest(subject: Subject, rows: readonly RegistryRow[]): string {
  const { first, last } = extentOf(subject);
  const covered = rows.reduce((sum, { cidr }) => sum + countAddresses(cidr), 0n);
  return first.family === 4 && covered < last.value - first.value + 1n ? ", and the rest is public" : "";
}
