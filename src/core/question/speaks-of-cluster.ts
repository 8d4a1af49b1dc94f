import type { Reading } from "./reading.ts";

const words =
  /\b(?:clusters?|pods?|services?|k8s|kubernetes|kubectl|ingress|node ?ports?|namespaces?|svc|deployments?)\b/i;

/** Whether the talk is of Kubernetes, though nobody may have named it. */
export function speaksOfCluster(reading: Reading): boolean {
  return words.test(reading.text);
}
