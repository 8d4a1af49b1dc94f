import { describe, expect, it } from "@jest/globals";
import type { Answer, Citation } from "../../../src/core/answer/answer.ts";
import { renderTerminal } from "../../../src/surfaces/cli/render-terminal.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const say = (text: string) => ({ text, evidence: [] });
const render = (more: Partial<Answer>) => renderTerminal(sampleAnswer(more));

describe("renderTerminal", () => {
  it("says nothing for silence", () => {
    expect(render({ action: "silent" })).toBe("");
  });

  it("sets summary, details, steps with their commands, checks and the question below each other", () => {
    const text = render({
      summary: say("The summary."),
      details: [say("A detail.")],
      steps: [say("Do this.")],
      checks: [{ ...say("Look there:"), command: "kubectl get pods" }],
      ask: { text: "Where does it run?", options: ["GKE", "EKS"] },
    });
    expect(text).toBe(
      [
        "The summary.",
        "A detail.",
        "What to do:\n- Do this.",
        "How to check:\n- Look there:\n    kubectl get pods",
        "? Where does it run? (GKE, EKS)",
      ].join("\n\n"),
    );
  });

  it("sets lines to paste below their step, indented and never wrapped", () => {
    const long = `key: ${"value ".repeat(30)}end`;
    const snippet = { language: "yaml", text: `spec:\n  ${long}` } as const;
    expect(render({ summary: null, steps: [{ ...say("Apply this:"), snippet }] })).toBe(
      ["What to do:", "- Apply this:", "    spec:", `      ${long}`].join("\n"),
    );
  });

  it("wraps at spaces, and leaves a word that is longer than a line whole", () => {
    const url = `https://example.org/${"a".repeat(120)}`;
    const lines = render({ summary: say(`${"word ".repeat(40)}${url} end`) }).split("\n");
    expect(lines).toContain(url);
    expect(lines.filter((line) => line.length > 92)).toEqual([url]);
    expect(lines.join(" ")).toBe(`${"word ".repeat(40)}${url} end`);
  });

  it("shows control characters of a pasted text instead of sending them to the terminal", () => {
    const text = render({ summary: say("a\u001b[31mred\u001b[0m \u202egnp\u0007 b\u0000") });
    expect(text).toBe("a\\u001b[31mred\\u001b[0m \\u202egnp\\u0007 b\\u0000");
  });

  it("lists the sources with the day they were read", () => {
    const citation: Citation = {
      number: 1,
      title: "RFC 6598",
      url: "https://www.rfc-editor.org/rfc/rfc6598",
      locator: "section 7",
      checkedOn: "2026-01-02",
      kind: "standard",
    };
    const text = render({ citations: [citation] });
    expect(text).toContain("Sources (knowledge test, documented):");
    expect(text).toContain("  [1] RFC 6598, read 2026-01-02\n      https://www.rfc-editor.org/rfc/rfc6598");
  });
});
