import { listAddress, listBlock } from "../list-address.ts";
import type { ListedAs, ListingEntry, ListingReader } from "../listing-entry.ts";

type Field = { readonly key: string; readonly value: string; readonly line: number };

const fieldLine = /^\s*([A-Z][A-Za-z]{1,20}(?: [A-Z][a-z]{1,20})?):\s+(\S.*)$/;

/** `kubectl describe` of a pod, Service, node, Ingress or Endpoints: its key-value lines, an object from one `Name:` to the next. */
export const readDescriptions: ListingReader = (lines) => {
  const objects: Field[][] = [[]];
  for (const [line, text] of lines.entries()) {
    const [, key, value] = fieldLine.exec(text) ?? [];
    if (key === undefined || value === undefined) continue;
    if (key === "Name") objects.push([]);
    objects.at(-1)?.push({ key, value: value.trim(), line });
  }
  return objects.flatMap(readObject);
};

function readObject(fields: readonly Field[]): ListingEntry[] {
  const values = new Map(fields.toReversed().map(({ key, value }) => [key, value]));
  const name = values.get("Name") ?? values.get("Hostname");
  if (name === undefined) return [];
  const from = fields[0]?.line ?? 0;
  const tell = relationsOf(values);
  return fields.flatMap(({ key, value, line }) => {
    const as = tell[key];
    if (as === undefined) return [];
    if (as === "node-of-pod") return readNode(value, name, from, line);
    const other = as === "pod" ? values.get("Node")?.split("/")[0] : undefined;
    return value.split(/[,\s]+/).flatMap((text) => listBlock(text, { as, name, other, from, to: line }));
  });
}

/** Which keys hold addresses depends on what is described; `nslookup` has `Name:` and `Address:` too, but no namespace. */
function relationsOf(values: ReadonlyMap<string, string>): Readonly<Record<string, ListedAs>> {
  if (/^(?:ClusterIP|NodePort|LoadBalancer)$/.test(values.get("Type") ?? ""))
    return {
      IP: "service",
      IPs: "service",
      Endpoints: "endpoint",
      "LoadBalancer Ingress": "service-external",
    };
  if (values.has("Node")) return { IP: "pod", Node: "node-of-pod" };
  if (values.has("Roles") || values.has("InternalIP") || values.has("PodCIDR"))
    return { InternalIP: "node", ExternalIP: "node-external", PodCIDR: "pod-block", PodCIDRs: "pod-block" };
  return values.has("Namespace") ? { Address: "ingress", Addresses: "endpoint" } : {};
}

/** `Node: worker-2/192.168.1.12` */
function readNode(value: string, pod: string, from: number, to: number): ListingEntry[] {
  const [node, address] = value.split("/");
  return listAddress(address, { as: "node-of-pod", name: pod, other: node, from, to });
}
