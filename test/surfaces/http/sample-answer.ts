import type { Answer, AnswerDrawing } from "../../../src/core/answer/answer.ts";
import type { Evidence } from "../../../src/core/evidence/evidence.ts";

const registry = {
  url: "https://www.iana.org/assignments/iana-ipv4-special-registry/",
  title: "IANA IPv4 Special-Purpose Address Registry",
  locator: "100.64.0.0/10",
  kind: "standard",
  checkedOn: "2026-11-20",
} as const;
const provider = {
  url: "https://github.com/scaleway/terraform-provider-scaleway/blob/main/internal/services/k8s/cluster.go",
  title: "Terraform provider: cluster resource",
  locator: "NetworkingDefaultValues",
  kind: "code",
  checkedOn: "2026-11-23",
} as const;
const evidence: readonly Evidence[] = [
  { id: "registry:100.64.0.0/10", kind: "registry", statement: "100.64.0.0/10 is shared.", sources: [registry] },
  { id: "fact:kapsule/pods", kind: "fact", statement: "Pods get 100.64.0.0/15.", sources: [provider] },
];

/** An answer with every part filled; tests override what they are about. */
export function sampleAnswer(more: Partial<Answer> = {}): Answer {
  return {
    action: "answer",
    summary: { text: "`100.64.3.7` is a pod of the cluster.", evidence: ["fact:kapsule/pods"] },
    details: [{ text: "100.64.0.0/10 is shared address space.", evidence: ["registry:100.64.0.0/10"] }],
    steps: [{ text: "Allow the pods by label.", evidence: ["fact:kapsule/pods"] }],
    checks: [{ text: "See the pod:", command: "kubectl get pods -A -o wide | grep '<none>'", evidence: [] }],
    more: [],
    citations: [
      { ...provider, number: 1 },
      { ...registry, number: 2 },
    ],
    evidence,
    certainty: "documented",
    knowledgeVersion: "2026.11.1",
    composedBy: "template",
    reason: "the range belongs to the product that was named",
    ...more,
  };
}

/** A drawing of two places, one with a hostile name. */
export function sampleDrawing(): AnswerDrawing {
  const [from, to] = ["<script>alert(1)</script>", "b"].map((name) => ({ name, isNew: false }));
  if (!from || !to) throw new Error("no ends");
  const source = {
    url: "https://example.org/a",
    title: "A page",
    kind: "vendor-docs",
    checkedOn: "2026-01-02",
  } as const;
  return {
    title: "From <a> to b",
    alt: "From <a> to b: nothing is rewritten.",
    steps: [
      { kind: "end", name: from.name, remarks: [], rewrites: [] },
      { kind: "packet", source: from, destination: to },
      { kind: "end", name: to.name, remarks: [], rewrites: [], sees: from },
    ],
    notes: [],
    evidence: [{ id: "fact:a/b", kind: "fact", statement: "So it is.", sources: [{ ...source, locator: "Top" }] }],
  };
}
