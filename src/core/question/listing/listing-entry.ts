import type { Cidr } from "../../network/cidr.ts";

/** The commands and files whose output people paste, by what they list. */
export type ListingKind =
  | "table"
  | "description"
  | "manifest"
  | "docker"
  | "interfaces"
  | "routes"
  | "hosts"
  | "nameservers"
  | "conntrack"
  | "rules"
  | "trace"
  | "capture"
  | "dns-answer"
  | "forwarded-chain"
  | "access-log";

/**
 * What a line of a listing says of an address or block. The names beside it mean what the relation says: of a pod its name
 * and its node, of a route where it leads and the device.
 */
export type ListedAs =
  | "pod"
  | "service"
  | "service-external"
  | "node"
  | "node-external"
  | "machine"
  | "ingress"
  | "container"
  | "named"
  | "interface"
  | "docker-gateway"
  | "conntrack-sent-on"
  | "conntrack-untouched"
  | "conntrack-answers"
  | "conntrack-hidden"
  | "conntrack-hides"
  | "conntrack-kept"
  | "rule-service"
  | "rule-endpoint"
  | "rule-sent-on"
  | "rule-receives"
  | "rule-hidden"
  | "rule-hides"
  | "endpoint"
  | "node-of-pod"
  | "host-name"
  | "dns-answer"
  | "dns-server"
  | "nameserver"
  | "next-hop"
  | "route-source"
  | "hop"
  | "capture-source"
  | "capture-destination"
  | "forwarded"
  | "log-client"
  | "log-upstream"
  | "pod-block"
  | "docker-subnet"
  | "rule-masquerade"
  | "interface-network"
  | "route";

/** One thing a pasted line says of an address (a block of one) or of a block. `from` and `to` are the lines it was read from. */
export type ListingEntry = {
  readonly block: Cidr;
  readonly as: ListedAs;
  readonly name?: string;
  readonly other?: string;
  readonly from: number;
  readonly to: number;
};

/** Reads the lines of one paste. Never throws; linear in what it is given. */
export type ListingReader = (lines: readonly string[]) => ListingEntry[];
