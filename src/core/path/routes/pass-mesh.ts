import type { Place } from "../place.ts";
import { proxying, type Stage } from "../route.ts";

const beforeThePod: Readonly<Record<Place["mesh"], readonly Stage[]>> = {
  none: [],
  sidecar: [proxying("sidecar", "sidecar of the called pod", "through-mesh")],
  "sidecar-transparent": [proxying("sidecar", "sidecar of the called pod", "through-mesh")],
  ambient: [proxying("node-proxy", "mesh proxy of the called pod's node", "through-mesh")],
};

/** What a mesh puts before the called pod, whoever calls. */
export function passMesh({ mesh }: Place): readonly Stage[] {
  return beforeThePod[mesh];
}
