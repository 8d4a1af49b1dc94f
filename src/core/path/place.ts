import type { PlaceSettings } from "../knowledge/place-settings.ts";
import type { Cidr } from "../network/cidr.ts";

/** A model of the place a flow goes through: every setting has a value, said in the thread, usual there, or usual anywhere. */
export type Place = PlaceSettings & {
  /** Towards these blocks pods keep their address although what leaves is rewritten (`nonMasqueradeCIDRs`). */
  readonly nonMasqueraded: readonly Cidr[];
};

/** What a place is like unless somebody says otherwise; products say otherwise by facts. */
export const usualPlace: Place = {
  family: "ipv4",
  dataplane: "iptables",
  externalTrafficPolicy: "Cluster",
  endpoint: "other-node",
  serviceMasquerade: "off",
  nodePortReply: "through-node",
  masquerade: "on",
  network: "own",
  egress: "direct",
  loadBalancer: "passthrough",
  targets: "nodes",
  ipMode: "VIP",
  proxyProtocol: "off",
  forwardedHeaders: "replaced",
  ingress: "in-cluster",
  mesh: "none",
  hostNetwork: "off",
  client: "outside",
  engine: "none",
  vpn: "rewrites-source",
  vpnTarget: "machine",
  nonMasqueraded: [],
};
