import type { HopPlace } from "../../knowledge/hop-place.ts";
import { type NetworkRole, roleTraits } from "../../knowledge/network-role.ts";
import { formatAddress } from "../../network/address.ts";
import { isSame } from "../apply-claim.ts";
import type { Hop, Party } from "../hop.ts";
import type { Walk } from "../walk.ts";
import type { DrawnEnd } from "./drawing.ts";

/** Roles whose noun is said of an address and of nothing that has one. */
const onlyOfAddresses: ReadonlySet<NetworkRole> = new Set(["loopback", "egress", "host-local"]);

/** Places that are named on the way and have an address of this role: an ingress controller in a cluster is a pod. */
const placesOf: Partial<Readonly<Record<NetworkRole, readonly HopPlace[]>>> = {
  proxy: ["load-balancer", "ingress-proxy", "sidecar", "node-proxy", "port-proxy"],
  gateway: ["nat-gateway", "vpn-gateway", "bastion"],
  egress: ["nat-gateway"],
  pod: ["ingress-proxy"],
};

/** One end of a packet in the words of the boxes: "calling pod", "load balancer". */
export function nameEnd(party: Party, walk: Walk, isNew = false): DrawnEnd {
  const name = nameOwner(party, walk);
  return { name, isNew, ...(party.address ? { address: formatAddress(party.address) } : {}) };
}

function nameOwner({ role, owner }: Party, { hops }: Walk): string {
  const [first, last] = [hops[0], hops.at(-1)];
  if (owner === "sender" && first) return nameStanding(role, first);
  if (owner === "receiver" && last && role !== "loopback") return nameStanding(role, last);
  return findOwner({ role, owner }, hops)?.label ?? nameRole(role);
}

function nameRole(role: NetworkRole): string {
  const { noun } = roleTraits[role];
  return onlyOfAddresses.has(role) ? `${noun} address` : noun;
}

/** The place on the way that has such an address; of several it is the one that puts it into the packet. */
function findOwner(party: Party, hops: readonly Hop[]): Hop | undefined {
  const places = placesOf[party.role] ?? [];
  const fit = hops.filter(
    ({ at, connection }) => places.includes(at) && (party.role !== "proxy" || connection === "new"),
  );
  const puts = ({ rewrites }: Hop) => rewrites.some(({ end, to }) => end === "source" && isSame(to, party));
  return fit.find(puts) ?? fit[0];
}

/** What runs in a pod or a container and has the machine's address is named by the machine. */
function nameStanding(role: NetworkRole, { at, label }: Hop): string {
  if (role !== "node") return label;
  if (at === "pod") return `node of the ${label}`;
  return at === "container" ? `host of the ${label}` : label;
}

/** As running text: "203.0.113.7 (client)". */
export function writeEnd({ name, address }: DrawnEnd): string {
  return address ? `${address} (${name})` : name;
}
