import type { Answer } from "../../../src/core/answer/answer.ts";

/** An answer with every part filled; tests override what they are about. */
export function sampleAnswer(overrides: Partial<Answer> = {}): Answer {
  return {
    action: "answer",
    summary: {
      text: "`100.64.3.7` is shared address space (RFC 6598), not public.",
      evidence: ["registry:100.64.0.0/10"],
    },
    details: [
      { text: "The pods of this cluster have addresses from `100.64.0.0/15`.", evidence: ["fact:kapsule/pods"] },
    ],
    steps: [{ text: "Allow the pod range.", evidence: ["fact:kapsule/pods"] }],
    checks: [
      {
        text: "See the pods' addresses.",
        evidence: ["fact:kapsule/pods"],
        command: "kubectl get pods -A -o wide | grep '<none>' && date",
      },
    ],
    more: [],
    citations: [
      {
        number: 1,
        url: "https://www.rfc-editor.org/rfc/rfc6598?a=1&b=2",
        title: "RFC 6598",
        locator: "section 7",
        kind: "standard",
        checkedOn: "2026-11-01",
      },
    ],
    evidence: [],
    certainty: "documented",
    knowledgeVersion: "2026.11.1",
    composedBy: "template",
    reason: "the range belongs to the product that was named",
    ...overrides,
  };
}
