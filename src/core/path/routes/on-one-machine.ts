import type { Party } from "../hop.ts";
import type { Place } from "../place.ts";
import { deciding, proxying, type RouteRule, type Stage } from "../route.ts";
import { calledPod, client, firstNode, outsideClient } from "./ends.ts";

const container: Party = { role: "bridge", owner: "receiver" };
const pod: Party = { role: "pod", owner: "receiver" };
const mapping = "host that maps the port";

/** Who takes a published port: the kernel of the host, or a process that opens a connection of its own. */
const takers: Readonly<Record<Place["engine"], Stage>> = {
  none: deciding("node", "node that maps the port", "host-port"),
  bridge: deciding("host", mapping, "host-port"),
  "userland-proxy": proxying("port-proxy", "userland proxy", "host-port"),
  "rootless-proxy": proxying("port-proxy", "rootless port proxy", "host-port"),
  "rootless-direct": deciding("host", mapping, "host-port"),
  "virtual-machine": proxying("port-proxy", "port proxy of the virtual machine", "host-port"),
  swarm: deciding("host", mapping, "host-port"),
};

/** To a port of a machine that leads into a pod (hostPort) or a container (a published port). */
export const hostPort: RouteRule = ({ engine }) => {
  const receiver = engine === "none" ? pod : containerOf(engine);
  return {
    from: outsideClient,
    sent: { source: client, destination: engine === "rootless-direct" ? receiver : firstNode },
    stages: [takers[engine]],
    to: engine === "none" ? calledPod : { at: "container", label: "container" },
    receiver,
  };
};

/** Where nothing is translated (pasta), the container has a copy of the host's address. */
function containerOf(engine: Place["engine"]): Party {
  return engine === "rootless-direct" ? { role: "node", owner: "receiver" } : container;
}

/** From a container to its own machine. */
export const containerToHost: RouteRule = () => ({
  from: { at: "container", label: "calling container" },
  sent: { source: { role: "bridge", owner: "sender" }, destination: { role: "node", owner: "receiver" } },
  stages: [deciding("bridge", "bridge of the container", "container-to-host")],
  to: { at: "host", label: "host" },
  receiver: { role: "node", owner: "receiver" },
});

/** From the machine to a container's own address. */
export const hostToContainer: RouteRule = () => ({
  from: { at: "host", label: "host" },
  sent: { source: { role: "node", owner: "sender" }, destination: container },
  stages: [deciding("bridge", "bridge of the container", "host-to-container")],
  to: { at: "container", label: "container" },
  receiver: container,
});

/** From a container to a machine elsewhere. */
export const containerToInternet: RouteRule = ({ engine }) => ({
  from: { at: "container", label: "calling container" },
  sent: { source: { ...containerOf(engine), owner: "sender" }, destination: { role: "client", owner: "receiver" } },
  stages: [deciding("host", "host of the container", "container-to-internet")],
  to: { at: "server", label: "server on the internet" },
  receiver: { role: "client", owner: "receiver" },
});
