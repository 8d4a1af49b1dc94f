import { listAddress, listBlock } from "../list-address.ts";
import type { ListedAs, ListingEntry, ListingReader } from "../listing-entry.ts";
import { type ScannedKey, scanKeys } from "../scan-keys.ts";

/** The object whose keys are being read. `settled` once what follows can no longer be its name. */
type OpenObject = {
  kind: string | undefined;
  name: string | undefined;
  settled: boolean;
  from: number;
  list: string;
  address: string | undefined;
};

/** kubectl writes keys in the order of the alphabet: after these, a `name` is that of an owner, a container or a label. */
const settling = /^(?:namespace|ownerReferences|resourceVersion|uid|spec|status|data|subsets|endpoints|finalizers)$/;
const lists = /^(?:podIPs|hostIPs|clusterIPs|ingress|addresses|subsets|endpoints|targetRef|containers|ports)$/;

/** YAML or JSON of Kubernetes objects: the addresses in their fields, by the `metadata.name` before them. */
export const readManifests: ListingReader = (lines) => {
  let pendingKind: string | undefined;
  let object: OpenObject | undefined;
  return lines.flatMap((text, line) =>
    scanKeys(text).flatMap((scanned) => {
      if (scanned.key === "kind") pendingKind = scanned.value;
      if (scanned.key === "metadata") {
        object = { kind: pendingKind, name: undefined, settled: false, from: line, list: "", address: undefined };
        pendingKind = undefined;
        return [];
      }
      return object ? readKey(scanned, object, line) : [];
    }),
  );
};

function readKey({ key, value }: ScannedKey, object: OpenObject, to: number): ListingEntry[] {
  if (settling.test(key)) object.settled = true;
  // Labels written after the name may hold another one.
  if ((key === "labels" || key === "annotations") && object.name !== undefined) object.settled = true;
  if (lists.test(key)) object.list = key;
  if (key === "name" && !object.settled) object.name = value;
  const { kind, name, from } = object;
  if (key === "address") object.address = value;
  if (name === undefined) return [];
  if (key === "type" && object.address !== undefined && kind === "Node")
    return listAddress(object.address, { as: value === "InternalIP" ? "node" : "node-external", name, from, to });
  const as = relationOf(key, object);
  return as ? listBlock(value, { as, name, from, to }) : [];
}

function relationOf(key: string, { kind, list }: OpenObject): ListedAs | undefined {
  switch (key) {
    case "podIP":
      return "pod";
    case "hostIP":
      return "node-of-pod";
    case "clusterIP":
      return "service";
    case "podCIDR":
      return "pod-block";
    case "loadBalancerIP":
      return "service-external";
    case "ip":
      return relationOfIp(kind, list);
    default:
      return undefined;
  }
}

function relationOfIp(kind: string | undefined, list: string): ListedAs | undefined {
  if (kind === "Endpoints") return "endpoint";
  if (kind === "Service" && list === "ingress") return "service-external";
  if (kind === "Ingress" && list === "ingress") return "ingress";
  return list === "podIPs" ? "pod" : undefined;
}
