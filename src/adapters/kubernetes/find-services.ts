import type { V1ParentReference, V1Service } from "@kubernetes/client-node";
import type { ClusterObject } from "../../core/evidence/cluster-lookup.ts";
import { type Address, formatAddress } from "../../core/network/address.ts";
import type { Reply } from "./cluster-failure.ts";
import type { ClusterView } from "./cluster-view.ts";
import { addressesOfService, toServiceObject } from "./service-object.ts";
import { caveatOfCut, isWritten, type Sighting } from "./sighting.ts";

/**
 * The Services that have the address. From Kubernetes 1.33 on an IPAddress object, named by the canonical address (KEP-1880),
 * names the Service of a cluster IP in one request. Addresses of load balancers and external IPs have none, older servers
 * have no such objects, and a narrow account gets 403 for either: then all Services are read. The field selector
 * `spec.clusterIP` is not used: servers that know it mostly have IPAddress objects too, the others answer 400.
 */
export async function findServices(address: Address, view: ClusterView): Promise<Reply<Sighting>> {
  const named = await view.calls.getIpAddress(formatAddress(address));
  const parent = named.ok ? named.value.spec?.parentRef : undefined;
  if (parent?.resource === "services") return { ok: true, value: await readParent(address, parent, view) };
  return searchServices(address, view);
}

async function readParent(address: Address, parent: V1ParentReference, view: ClusterView): Promise<Sighting> {
  const { namespace = "default", name } = parent;
  const reply = await view.calls.getService(namespace, name);
  // The IPAddress names the Service even where the Service itself may not be read.
  const bare: ClusterObject = {
    kind: "Service",
    namespace,
    name,
    holds: [formatAddress(address)],
    remarks: ["cluster IP"],
  };
  return { objects: [reply.ok ? toObject(address, reply.value) : bare], caveats: [] };
}

async function searchServices(address: Address, view: ClusterView): Promise<Reply<Sighting>> {
  const reply = await view.allServices();
  if (!reply.ok) return reply;
  const { items, complete } = reply.value;
  const holders = items.filter((service) => addressesOfService(service).some(({ text }) => isWritten(address, text)));
  const objects = holders.map((service) => toObject(address, service));
  return { ok: true, value: { objects, caveats: caveatOfCut("Services", items.length, complete) } };
}

function toObject(address: Address, service: V1Service): ClusterObject {
  const here = addressesOfService(service).filter(({ text }) => isWritten(address, text));
  return toServiceObject(service, [...new Set(here.map(({ role }) => role))]);
}
