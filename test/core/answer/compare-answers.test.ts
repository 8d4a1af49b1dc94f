import { describe, expect, it } from "@jest/globals";
import type { Answer } from "../../../src/core/answer/answer.ts";
import { compareAnswers } from "../../../src/core/answer/compare-answers.ts";
import type { Evidence } from "../../../src/core/evidence/evidence.ts";
import type { Source } from "../../../src/core/knowledge/source.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const pods: Source = {
  url: "https://example.org/pods",
  title: "Pods",
  locator: "Range",
  kind: "vendor-docs",
  checkedOn: "2026-01-02",
};
const nodes: Source = { ...pods, url: "https://example.org/nodes", title: "Nodes" };
const evidence = (id: string, source: Source): Evidence => ({ id, kind: "fact", statement: id, sources: [source] });

const before = sampleAnswer({
  summary: { text: "It is a pod.", evidence: ["fact:a"] },
  details: [{ text: "Nodes differ.", evidence: ["fact:b"] }],
  steps: [{ text: "Look.", evidence: ["fact:a"], command: "kubectl get pods" }],
  citations: [
    { ...pods, number: 1 },
    { ...nodes, number: 2 },
  ],
  evidence: [evidence("fact:a", pods), evidence("fact:b", nodes)],
});

describe("compareAnswers", () => {
  it.each<[string, Partial<Answer>]>([
    ["the same answer", {}],
    ["the same from newer knowledge", { knowledgeVersion: "2027.1.1" }],
    [
      "the same, read again on another day",
      { citations: before.citations.map((citation) => ({ ...citation, checkedOn: "2027-01-01" })) },
    ],
  ])("%s is no other answer", (_name, more) => {
    expect(compareAnswers(before, { ...before, ...more })).toEqual([]);
  });

  it.each<[string, Partial<Answer>, string[]]>([
    [
      "another statement",
      { summary: { text: "It is a Service.", evidence: ["fact:a"] } },
      ["- It is a pod.", "+ It is a Service."],
    ],
    ["a statement less", { details: [] }, ["- Nodes differ."]],
    [
      "another command",
      { steps: [{ text: "Look.", evidence: ["fact:a"], command: "kubectl get svc" }] },
      ["- **Do:** `kubectl get pods` Look.", "+ **Do:** `kubectl get svc` Look."],
    ],
    ["less certainty", { certainty: "possible" }, ["- answer, documented", "+ answer, possible"]],
    [
      "another source",
      {
        citations: [
          { ...pods, number: 1 },
          { ...nodes, url: "https://example.org/n2", number: 2 },
        ],
      },
      ["- source: Nodes, https://example.org/nodes", "+ source: Nodes, https://example.org/n2"],
    ],
    [
      "silence",
      { action: "silent", certainty: null, citations: [] },
      [
        "- answer, documented",
        "- It is a pod.",
        "- Nodes differ.",
        "- **Do:** `kubectl get pods` Look.",
        "- source: Pods, https://example.org/pods",
        "- source: Nodes, https://example.org/nodes",
        "+ silent",
      ],
    ],
  ])("shows %s", (_name, more, lines) => {
    expect(compareAnswers(before, { ...before, ...more }).toSorted()).toEqual(lines.toSorted());
  });

  it("notices where a statement goes by another of the same sources", () => {
    const details = [{ text: "Nodes differ.", evidence: ["fact:a"] }];
    expect(compareAnswers(before, { ...before, details })).toEqual([expect.stringMatching(/^~ /)]);
  });
});
