import type { V1Pod } from "@kubernetes/client-node";
import type { ClusterObject } from "../../core/evidence/cluster-lookup.ts";
import { type Address, formatAddress } from "../../core/network/address.ts";
import type { Reply } from "./cluster-failure.ts";
import type { ClusterView } from "./cluster-view.ts";
import { caveatOfCut, isWritten, type Sighting } from "./sighting.ts";

/** More pods than this on one address are host-network pods of one node; nobody reads them all. */
const MOST_SELECTED = 100;

/**
 * The pods whose first address this is. The API compares `status.podIP` as text, which kubelets write canonically; it returns
 * finished pods too. A server that cannot select by it is asked for all pods instead.
 */
export async function selectPods(address: Address, view: ClusterView): Promise<Reply<Sighting>> {
  const fieldSelector = `status.podIP=${formatAddress(address)}`;
  const reply = await view.calls.listPods({ fieldSelector, limit: MOST_SELECTED });
  if (!reply.ok) return reply.failure.kind === "not-selectable" ? searchPods(address, view) : reply;
  return { ok: true, value: { objects: toObjects(reply.value.items ?? []), caveats: [] } };
}

/** The pods that have the address as any of theirs. A second address (`status.podIPs`) cannot be selected, so all are read. */
export async function searchPods(address: Address, view: ClusterView): Promise<Reply<Sighting>> {
  const reply = await view.allPods();
  if (!reply.ok) return reply;
  const { items, complete } = reply.value;
  const held = items.filter((pod) => addressesOf(pod).some((text) => isWritten(address, text)));
  return { ok: true, value: { objects: toObjects(held), caveats: caveatOfCut("pods", items.length, complete) } };
}

/** Running pods first: a finished pod keeps an address in its status that another may have by now. */
function toObjects(pods: readonly V1Pod[]): ClusterObject[] {
  return pods.toSorted((a, b) => Number(isFinished(a)) - Number(isFinished(b))).map(toObject);
}

function toObject(pod: V1Pod): ClusterObject {
  const { name = "", namespace } = pod.metadata ?? {};
  return {
    kind: "Pod",
    ...(namespace ? { namespace } : {}),
    name,
    holds: addressesOf(pod),
    remarks: remarksOf(pod),
  };
}

function remarksOf({ spec, metadata, ...pod }: V1Pod): string[] {
  return [
    ...(isFinished(pod) ? ["finished"] : []),
    ...(metadata?.deletionTimestamp ? ["being deleted"] : []),
    ...(spec?.hostNetwork ? ["host network"] : []),
    ...(spec?.nodeName ? [`on node ${spec.nodeName}`] : []),
  ];
}

function isFinished({ status }: V1Pod): boolean {
  return status?.phase === "Succeeded" || status?.phase === "Failed";
}

function addressesOf({ status }: V1Pod): string[] {
  const all = [status?.podIP, ...(status?.podIPs ?? []).map(({ ip }) => ip)];
  return [...new Set(all.filter((ip) => ip !== undefined))];
}
