/*
 * Prints, as Markdown, where other libraries disagree with the IANA registries about what is public, and how they read notations
 * that mean more than one thing: the part of docs/other-libraries.md below its line. Run it with
 *   npm i --no-save ip@2.0.1 private-ip@3.0.2 && node bench/disagreements.ts
 */
import { isIP } from "node:net";
import type { Address } from "../src/core/network/address.ts";
import { formatAddress, parseAddress } from "../src/core/network/address.ts";
import { countAddresses, formatCidr, lastAddress } from "../src/core/network/cidr.ts";
import { classify } from "../src/core/network/classify.ts";
import type { RegistryRow } from "../src/core/network/registry.ts";
import { loadRegistry } from "../test/support/load-registry.ts";
import type { Peer } from "./support/peer-libraries.ts";
import { loadPeers } from "./support/peer-libraries.ts";

const registry = loadRegistry();

/** No row holds these, and they are not public: the IANA IPv6 address space registry keeps them as "Reserved by IETF". */
const unassigned = ["::1:2:3", "::8.8.8.8", "200::1", "1fff::1", "4000::1", "e000::1", "fe00::1"];

/** Notations that common parsers read in more than one way, or that are no addresses at all. */
const notations = [
  "010.0.0.1",
  "0x7f.0.0.1",
  "127.1",
  "10.1",
  "2130706433",
  "1.2.3",
  "1.2.3.4 ",
  "1.2.3.256",
  "1::2:3:4:5:6:7:8",
  "::1%",
  "1.2.3.4/24",
];

/** An address of the block that no longer row decides: 8.8.8.8 where the block embeds IPv4 at its end, else near its start if possible. */
function sampleOf(row: RegistryRow): Address | undefined {
  const { address } = row.cidr;
  const embeddingPublic = row.cidr.prefixLength === 96 ? [0x0808_0808n] : [];
  const offsets = [...embeddingPublic, 1n, 0n, countAddresses(row.cidr) / 2n + 1n].filter(
    (each) => each < countAddresses(row.cidr),
  );
  const tried = [...offsets.map((offset) => ({ ...address, value: address.value + offset })), lastAddress(row.cidr)];
  return tried.find((each) => classify(each, registry).decidedBy === row);
}

/** One address a row, where the registry answers the question at all, and the unassigned ones. */
function samples(): Address[] {
  const ofRows = registry.rows.filter((row) => row.globallyReachable !== null).flatMap((row) => sampleOf(row) ?? []);
  return [...ofRows, ...unassigned.flatMap((text) => parseAddress(text) ?? [])];
}

function registryWords(address: Address): string {
  const { decidedBy, globallyReachable } = classify(address, registry);
  if (!decidedBy) return "Reserved by IETF (IPv6 address space registry)";
  const reach = globallyReachable ? "globally reachable" : "not globally reachable";
  return `${formatCidr(decidedBy.cidr)} ${decidedBy.name}: ${reach} (${decidedBy.rfcs.join(", ")})`;
}

function scopeRows(peer: Peer, addresses: readonly Address[]): string[][] {
  return addresses.flatMap((address) => {
    const text = formatAddress(address);
    const { opinion, says } = peer.judge(text);
    const expected = classify(address, registry).globallyReachable ? "public" : "not public";
    return opinion === expected || opinion === "names the block only" ? [] : [[text, says, registryWords(address)]];
  });
}

function notationRows(peer: Peer): string[][] {
  return notations
    .filter((text) => isIP(text) === 0 && parseAddress(text) === undefined)
    .map((text) => ({ text, ...peer.judge(text) }))
    .filter(({ opinion }) => opinion !== "not an address")
    .map(({ text, says }) => [`\`${text}\``, `${peer.name} ${peer.version}`, says]);
}

function printTable(head: readonly string[], rows: readonly string[][]): void {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  console.log(`${lines.join("\n")}\n`);
}

const addresses = samples();
const peers = await loadPeers([...addresses.map(formatAddress), ...notations]);
const byPeer = peers.map((peer) => ({ title: `${peer.name} ${peer.version}`, rows: scopeRows(peer, addresses) }));
console.log("## What is public\n");
printTable(
  ["Library", `Disagrees about, of ${addresses.length} addresses`],
  byPeer.map(({ title, rows }) => [title, String(rows.length)]),
);
for (const { title, rows } of byPeer) {
  console.log(`### ${title}\n`);
  printTable(["Address", "It says", "The registry says"], rows);
}
console.log("## What is an address\n");
printTable(["Text", "Library", "It says"], peers.flatMap(notationRows));
