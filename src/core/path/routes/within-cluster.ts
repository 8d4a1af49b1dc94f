import type { Place } from "../place.ts";
import { deciding, passing, proxying, type RouteRule, type Stage } from "../route.ts";
import { calledPod, callingPod, podThatCalls, podThatIsCalled, service } from "./ends.ts";
import { passMesh } from "./pass-mesh.ts";

const withOwnAddress = (place: Place): Place => ({ ...place, hostNetwork: "off" });

/** From a pod to another pod's own address. With the node's network it is the node that calls. */
export const podToPod: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(place), destination: { role: "pod", owner: "receiver" } },
  stages: [
    deciding("node", "node of the calling pod", place.hostNetwork === "on" ? "node-to-pod" : "pod-to-pod"),
    ...passMesh(place),
  ],
  to: calledPod,
  receiver: podThatIsCalled(withOwnAddress(place)),
});

/** From a pod to a Service's address: whoever picks the pod behind it rewrites the destination. */
export const podToService: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(place), destination: service },
  stages: [...pickEndpoint(place), ...passMesh(place)],
  to: calledPod,
  receiver: podThatIsCalled(withOwnAddress(place)),
});

/** A sidecar picks before the packet reaches the node; an eBPF data plane may pick in the pod's own socket. */
function pickEndpoint({ dataplane, hostNetwork, mesh }: Place): readonly Stage[] {
  if (hostNetwork === "on") return [deciding("node", "node of the calling pod", "node-to-service")];
  if (mesh === "sidecar" || mesh === "sidecar-transparent") {
    return [proxying("sidecar", "sidecar of the calling pod", "pod-to-service"), passing("node", "nodes")];
  }
  if (dataplane === "ebpf") return [deciding("pod", "socket of the calling pod", "pod-to-service")];
  if (dataplane === "userland") return [proxying("node", "kube-proxy on the node", "pod-to-service")];
  return [deciding("node", "node of the calling pod", "pod-to-service")];
}

/** From a node itself to a pod. */
export const nodeToPod: RouteRule = (place) => ({
  from: { at: "node", label: "calling node" },
  sent: { source: { role: "node", owner: "sender" }, destination: { role: "pod", owner: "receiver" } },
  stages: [deciding("node", "way out of the node", "node-to-pod"), ...ambientOnly(place)],
  to: calledPod,
  receiver: podThatIsCalled(withOwnAddress(place)),
});

/** From a node itself to a Service's address. */
export const nodeToService: RouteRule = (place) => ({
  ...nodeToPod(place),
  sent: { source: { role: "node", owner: "sender" }, destination: service },
  stages: [deciding("node", "way out of the node", "node-to-service"), ...passMesh(place)],
});

/** Ambient meshes treat what the node itself sends by a fact of their own, so it does not pass the mesh. */
function ambientOnly(place: Place): readonly Stage[] {
  return place.mesh === "ambient" ? [] : passMesh(place);
}

/** A pod that reaches itself through its own Service. */
export const hairpin: RouteRule = (place) => ({
  from: callingPod,
  sent: { source: podThatCalls(withOwnAddress(place)), destination: service },
  stages: [deciding("node", "node of the calling pod", "hairpin")],
  to: { at: "pod", label: "same pod" },
  receiver: podThatIsCalled(withOwnAddress(place)),
});

/** From a pod through the mesh to another pod. Where no mesh is known to stand there, the sidecar's facts are asked all the same. */
export const throughMesh: RouteRule = (place) => {
  const mesh = place.mesh === "none" ? "sidecar" : place.mesh;
  return {
    ...podToPod(withOwnAddress(place)),
    stages: [passing("node", "nodes"), ...passMesh({ ...place, mesh })],
  };
};
