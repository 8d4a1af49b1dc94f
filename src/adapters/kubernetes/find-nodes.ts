import type { V1Node } from "@kubernetes/client-node";
import type { ClusterObject } from "../../core/evidence/cluster-lookup.ts";
import { type Address, formatAddress } from "../../core/network/address.ts";
import { cidrContains, parseCidr } from "../../core/network/cidr.ts";
import type { Reply } from "./cluster-failure.ts";
import type { ClusterView } from "./cluster-view.ts";
import { caveatOfCut, isWritten, type Sighting } from "./sighting.ts";

/** The other types of a node's addresses (Hostname, InternalDNS, ExternalDNS) are names. */
const addressTypes: Readonly<Record<string, string>> = { InternalIP: "internal IP", ExternalIP: "external IP" };

/** The nodes that have the address; where none has, the node out of whose pod range it comes is a caveat. */
export async function findNodes(address: Address, view: ClusterView): Promise<Reply<Sighting>> {
  const reply = await view.allNodes();
  if (!reply.ok) return reply;
  const { items, complete } = reply.value;
  const objects = items.flatMap((node) => toObjectWith(address, node));
  const caveats = [
    ...items.flatMap((node) => caveatOfRange(address, node)),
    ...caveatOfCut("nodes", items.length, complete),
  ];
  return { ok: true, value: { objects, caveats } };
}

function toObjectWith(address: Address, node: V1Node): ClusterObject[] {
  const own = (node.status?.addresses ?? []).filter(({ type }) => type in addressTypes);
  const here = own.filter((one) => isWritten(address, one.address));
  if (here.length === 0) return [];
  const holds = [...new Set(own.map((one) => one.address))];
  const remarks = here.map(({ type }) => addressTypes[type] ?? type);
  return [{ kind: "Node", name: node.metadata?.name ?? "", holds, remarks }];
}

function caveatOfRange(address: Address, { metadata, spec }: V1Node): string[] {
  const range = (spec?.podCIDRs ?? []).find((text) => {
    const block = parseCidr(text)?.cidr;
    return block !== undefined && cidrContains(block, address);
  });
  if (range === undefined) return [];
  return [
    `${formatAddress(address)} is in ${range}, from which node ${metadata?.name ?? ""} gives its pods addresses: ` +
      "an earlier pod may have had it, or the network plug-in itself has it.",
  ];
}
