import { z } from "zod";
import { type SettingConditions, settingClauses } from "../../core/knowledge/place-settings.ts";
import { words } from "./vocabulary.ts";
import { withoutUndefined } from "./without-undefined.ts";

function values<T extends string>(clauses: Readonly<Record<T, string>>) {
  return z
    .array(z.enum(words<T>(clauses)))
    .min(1)
    .optional();
}

const {
  family,
  dataplane,
  externalTrafficPolicy,
  endpoint,
  serviceMasquerade,
  nodePortReply,
  masquerade,
  network,
  egress,
  loadBalancer,
  targets,
  ipMode,
  proxyProtocol,
  forwardedHeaders,
  ingress,
  mesh,
  hostNetwork,
  client,
  engine,
  vpn,
  vpnTarget,
} = settingClauses;

/** The key `under` of a behaviour: settings of core's model of a place, each with the values that will do. */
export const conditionsSchema = z
  .strictObject({
    family: values(family),
    dataplane: values(dataplane),
    externalTrafficPolicy: values(externalTrafficPolicy),
    endpoint: values(endpoint),
    serviceMasquerade: values(serviceMasquerade),
    nodePortReply: values(nodePortReply),
    masquerade: values(masquerade),
    network: values(network),
    egress: values(egress),
    loadBalancer: values(loadBalancer),
    targets: values(targets),
    ipMode: values(ipMode),
    proxyProtocol: values(proxyProtocol),
    forwardedHeaders: values(forwardedHeaders),
    ingress: values(ingress),
    mesh: values(mesh),
    hostNetwork: values(hostNetwork),
    client: values(client),
    engine: values(engine),
    vpn: values(vpn),
    vpnTarget: values(vpnTarget),
  } satisfies Record<keyof SettingConditions, z.ZodType>)
  .transform((conditions): SettingConditions => withoutUndefined(conditions));
