import type { Answer } from "../../../../src/core/answer/answer.ts";
import type { Evidence } from "../../../../src/core/evidence/evidence.ts";

function evidence(id: string, statement: string): Evidence {
  const source = {
    url: "https://docs.example.com/ranges#pods",
    title: "Ranges",
    locator: "table 1",
    checkedOn: "2026-11-23",
  };
  return { id, kind: "fact", statement, sources: [{ ...source, kind: "vendor-docs" }] };
}

/** A plain answer as the composer makes them, with a bit of everything a wording could spoil. */
export const plainAnswer: Answer = {
  action: "answer",
  summary: {
    text: "Kapsule hands pods addresses from 100.64.0.0/15 unless another range was given as `--pod-cidr` when the cluster was created. It cannot be changed later.",
    evidence: ["fact:kapsule/pods"],
  },
  details: [
    {
      text: "A Service address such as 10.32.0.10:53 is only ever a destination, never a source.",
      evidence: ["fact:kapsule/services"],
    },
    {
      text: "100.64.0.0/10 is shared address space (RFC 6598), neither public nor private (RFC 1918).",
      evidence: ["registry:100.64.0.0/10"],
    },
    {
      text: "Since Kubernetes v1.29 the two Service ranges lie inside 10.32.0.0/20, not inside fd00:10:32::/108.",
      evidence: ["fact:kapsule/services"],
    },
    {
      text: "The receiver sees the pod's own address as source, because Cilium does not rewrite it. Allow port 443 to the node.",
      evidence: ["fact:cilium/source"],
    },
  ],
  steps: [
    {
      text: "Allow 100.64.0.0/15.",
      command: "kubectl get nodes -o wide",
      evidence: ["fact:kapsule/pods"],
    },
  ],
  checks: [],
  more: [],
  citations: [],
  evidence: [
    evidence(
      "fact:kapsule/pods",
      "Kapsule hands pods addresses from 100.64.0.0/15 unless another range was given as `--pod-cidr` when the cluster was created. It cannot be changed later.",
    ),
    evidence(
      "fact:kapsule/services",
      "A Service address such as 10.32.0.10 (port 53) is only ever a destination. Since Kubernetes 1.29 there are 2 ranges inside 10.32.0.0/20, not inside fd00:10:32::/108.",
    ),
    evidence("registry:100.64.0.0/10", "100.64.0.0/10 is Shared Address Space (RFC6598), not RFC1918."),
    evidence(
      "fact:cilium/source",
      "Cilium does not rewrite the source: the receiver sees the pod's address on port 443.",
    ),
  ],
  certainty: "documented",
  knowledgeVersion: "test",
  composedBy: "template",
  reason: "the question names an address",
};
