import type { LookupResult } from "../../core/evidence/cluster-lookup.ts";
import { type Address, parseAddress } from "../../core/network/address.ts";
import type { Reply } from "./cluster-failure.ts";
import type { ClusterView } from "./cluster-view.ts";
import { concludeLookup } from "./conclude-lookup.ts";
import { findNodes } from "./find-nodes.ts";
import { searchPods, selectPods } from "./find-pods.ts";
import { findServices } from "./find-services.ts";
import type { Sighting } from "./sighting.ts";

/** Everything in the cluster that has the address now: nodes, Services, pods, in this order. */
export async function lookUpAddress(text: string, view: ClusterView, now: () => Date): Promise<LookupResult> {
  const address = parseAddress(text);
  if (!address) return { status: "skipped", reason: `${text} is not an IP address` };
  const [nodes, services, selected] = await Promise.all([
    findNodes(address, view),
    findServices(address, view),
    selectPods(address, view),
  ]);
  const pods = isSearchWorthwhile(address, nodes, services, selected) ? await searchPods(address, view) : selected;
  return concludeLookup([nodes, services, pods], now().toISOString());
}

/**
 * May a pod have the address as its second one, and is that worth reading all pods? A Service's address is never a pod's. A
 * node's IPv4 address is the first of its host-network pods nearly everywhere, its IPv6 address the second.
 */
function isSearchWorthwhile(
  address: Address,
  nodes: Reply<Sighting>,
  services: Reply<Sighting>,
  selected: Reply<Sighting>,
): boolean {
  if (!selected.ok || selected.value.objects.length > 0) return false;
  return !hasFound(services) && (address.family === 6 || !hasFound(nodes));
}

function hasFound(reply: Reply<Sighting>): boolean {
  return reply.ok && reply.value.objects.length > 0;
}
