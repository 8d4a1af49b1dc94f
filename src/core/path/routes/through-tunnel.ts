import type { Party } from "../hop.ts";
import type { Place } from "../place.ts";
import { deciding, proxying, type RouteEnd, type RouteRule } from "../route.ts";
import { calledPod } from "./ends.ts";

const machine = (label: string): RouteEnd => ({ at: "server", label });
const node: Party = { role: "node", owner: "receiver" };
const targets: Readonly<Record<Place["vpnTarget"], { readonly to: RouteEnd; readonly receiver: Party }>> = {
  machine: { to: machine("machine behind the VPN gateway"), receiver: node },
  pod: { to: calledPod, receiver: { role: "pod", owner: "receiver" } },
};

/** From a VPN client to what lies behind the gateway. */
export const throughVpn: RouteRule = ({ vpnTarget }) => {
  const { to, receiver } = targets[vpnTarget];
  return {
    from: { at: "client", label: "VPN client" },
    sent: { source: { role: "vpn", owner: "sender" }, destination: receiver },
    stages: [deciding("vpn-gateway", "VPN gateway", "through-vpn")],
    to,
    receiver,
  };
};

/** From a person's machine through a jump host, which opens the second connection itself. */
export const throughBastion: RouteRule = () => ({
  from: { at: "client", label: "client" },
  sent: { source: { role: "client", owner: "sender" }, destination: { role: "gateway", owner: "between" } },
  stages: [proxying("bastion", "bastion", "through-bastion")],
  to: machine("machine behind the bastion"),
  receiver: node,
});
