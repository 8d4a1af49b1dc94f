import type { V1Service } from "@kubernetes/client-node";
import type { ClusterObject } from "../../core/evidence/cluster-lookup.ts";

/** An address of a Service and what it is there. */
type ServiceAddress = { readonly text: string; readonly role: "cluster IP" | "load balancer address" | "external IP" };

/** Every address of a Service: of the cluster, of its load balancer, and those set by hand. A headless Service has none. */
export function addressesOfService({ spec, status }: V1Service): ServiceAddress[] {
  const clusterIps = spec?.clusterIPs ?? [spec?.clusterIP ?? "None"];
  const ingress = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => (ip ? [ip] : []));
  return [
    ...clusterIps.filter((ip) => ip && ip !== "None").map((text) => ({ text, role: "cluster IP" as const })),
    ...ingress.map((text) => ({ text, role: "load balancer address" as const })),
    ...(spec?.externalIPs ?? []).map((text) => ({ text, role: "external IP" as const })),
  ];
}

/** The Service as an answer needs it; `remarks` come before what is remarkable about its kind. */
export function toServiceObject(service: V1Service, remarks: readonly string[]): ClusterObject {
  const { name = "", namespace } = service.metadata ?? {};
  return {
    kind: "Service",
    ...(namespace ? { namespace } : {}),
    name,
    holds: [...new Set(addressesOfService(service).map(({ text }) => text))],
    remarks: [...remarks, ...remarksOfKind(service)],
  };
}

/** Is its address not its own: do its names lead to other addresses? */
export function isAlias({ spec }: V1Service): boolean {
  return spec?.type === "ExternalName";
}

function remarksOfKind(service: V1Service): string[] {
  const { spec, status } = service;
  if (isAlias(service)) return [`ExternalName for ${spec?.externalName ?? "nothing"}`];
  const names = (status?.loadBalancer?.ingress ?? []).flatMap(({ hostname }) => (hostname ? [hostname] : []));
  return [
    spec?.clusterIP === "None" ? "headless" : `type ${spec?.type ?? "ClusterIP"}`,
    ...names.map((name) => `load balancer name ${name}`),
    ...(Object.keys(spec?.selector ?? {}).length === 0 ? ["no selector"] : []),
  ];
}
