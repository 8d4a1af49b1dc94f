import type { FlowKind } from "../knowledge/flow.ts";
import type { Place } from "./place.ts";
import type { Route, RouteRule } from "./route.ts";
import {
  hairpinLoadBalancer,
  internetToIngress,
  internetToLoadBalancer,
  internetToNodePort,
} from "./routes/into-cluster.ts";
import { containerToHost, containerToInternet, hostPort, hostToContainer } from "./routes/on-one-machine.ts";
import { podToInternet, podToNode, podToVpc } from "./routes/out-of-cluster.ts";
import { throughBastion, throughVpn } from "./routes/through-tunnel.ts";
import { hairpin, nodeToPod, nodeToService, podToPod, podToService, throughMesh } from "./routes/within-cluster.ts";

const rules: Readonly<Record<FlowKind, RouteRule>> = {
  "pod-to-pod": podToPod,
  "pod-to-service": podToService,
  "pod-to-node": podToNode,
  "pod-to-vpc": podToVpc,
  "pod-to-internet": podToInternet,
  "internet-to-load-balancer": internetToLoadBalancer,
  "internet-to-node-port": internetToNodePort,
  "internet-to-ingress": internetToIngress,
  "node-to-pod": nodeToPod,
  "node-to-service": nodeToService,
  "host-port": hostPort,
  hairpin,
  "hairpin-load-balancer": hairpinLoadBalancer,
  "through-mesh": throughMesh,
  "through-vpn": throughVpn,
  "through-bastion": throughBastion,
  "container-to-host": containerToHost,
  "host-to-container": hostToContainer,
  "container-to-internet": containerToInternet,
};

/** The places a flow passes in a place of this kind. */
export function findRoute(flow: FlowKind, place: Place): Route {
  return rules[flow](place);
}
