import type { Reading } from "./reading.ts";

const words =
  /\b(?:clusters?|in-cluster|pods?|k8s|kubernetes|kubectl|ingress|node ?ports?|namespaces?|svc|cluster-?ips?|endpoints?|endpoint ?slices?|target ?ports?|service vips?|cluster ?role|network ?polic(?:y|ies)|netpol|ndots|core-?dns|kube-(?:dns|proxy|system)|kubelet|kubeadm|statefulsets?|daemonsets?|headless service|cert-manager|helm|external ?traffic ?policy|services?[ -](?:ip )?(?:cidrs?|ranges?|subnets?)|load ?balancer ?source ?ranges|hostnetwork|hostports?|node ips?|worker nodes?)\b/i;

/** Whether the talk is of Kubernetes, though nobody may have named it. */
export function speaksOfCluster(reading: Reading): boolean {
  return words.test(reading.text);
}
