import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { withEvidence } from "../../../src/core/answer/compose-answer.ts";
import { escapeMarkdown, renderMarkdown, renderMore } from "../../../src/core/answer/render-markdown.ts";
import type { Evidence } from "../../../src/core/evidence/evidence.ts";
import { sampleSource } from "../../support/sample-knowledge.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

function page(id: string, more: Parameters<typeof sampleSource>[0] = {}): Evidence {
  const sources = [sampleSource({ url: `https://example.org/${id}`, title: `Page ${id}`, ...more })];
  return { id, kind: "article", statement: id, sources };
}

const full = withEvidence(
  sampleAnswer({
    summary: { text: "`10.0.0.1` is private.", evidence: ["a"] },
    details: [{ text: "It is used by * many.", evidence: ["a", "b"] }],
    steps: [{ text: "Allow 10.0.0.0/8.", evidence: [] }],
    checks: [{ text: "This shows it.", command: "ip addr", evidence: ["c"] }],
    ask: { text: "Where does it run?", options: ["A_B", "else"] },
    evidence: [page("a"), page("b"), page("c", { checkedOn: "2026-02-03", title: "Page [c]" })],
    knowledgeVersion: "2026.01.05",
  }),
);

describe("renderMarkdown", () => {
  test("says the answer, why, what to do, how to check, the question back, and the sources with their days", () => {
    expect(renderMarkdown(full).split("\n")).toEqual([
      "`10.0.0.1` is private.\\[1\\]",
      "",
      "It is used by \\* many.\\[1,2\\]",
      "",
      "**Do:** Allow 10.0.0.0/8.",
      "",
      "**Check:** `ip addr` This shows it.\\[3\\]",
      "",
      "**Where does it run?** (A\\_B, else)",
      "",
      "Read 2026-01-02: [1:example.org](<https://example.org/a>), [2:example.org](<https://example.org/b>)",
      "Read 2026-02-03: [3:example.org](<https://example.org/c>)",
      "Knowledge 2026.01.05",
    ]);
  });

  test("lines to paste stand in a block of their language that belongs to the step, with their own indentation", () => {
    const snippet = { language: "yaml", text: "spec:\n  pods:\n\n    - `a`" } as const;
    const step = { text: "Apply this:", snippet, evidence: [] };
    expect(renderMarkdown(sampleAnswer({ summary: null, steps: [step] })).split("\n")).toEqual([
      "**Do:** Apply this:",
      "",
      "```yaml",
      "spec:",
      "  pods:",
      "",
      "    - `a`",
      "```",
    ]);
  });

  test("a command with backticks of its own stays whole", () => {
    const step = { text: "This shows it.", command: "echo `date`", evidence: [] };
    const answer = sampleAnswer({ summary: null, checks: [step] });
    expect(renderMarkdown(answer)).toBe("**Check:** `` echo `date` `` This shows it.");
  });

  test("what is folded away comes apart, with the sources that only it rests on", () => {
    const more = [
      { text: "And this.", command: "ip r", evidence: ["c"] },
      { text: "And that.", evidence: [] },
    ];
    const answer = withEvidence(
      sampleAnswer({
        summary: { text: "Yes.", evidence: ["a"] },
        more,
        evidence: [page("a"), page("c")],
        knowledgeVersion: "2026.01.05",
      }),
    );
    expect(renderMarkdown(answer).split("\n")).toEqual([
      "Yes.\\[1\\]",
      "",
      "Read 2026-01-02: [1:example.org](<https://example.org/a>)",
      "Knowledge 2026.01.05",
    ]);
    expect(renderMore(answer).split("\n")).toEqual([
      "- `ip r` And this.\\[2\\]",
      "- And that.",
      "",
      "Read 2026-01-02: [2:example.org](<https://example.org/c>)",
      "Knowledge 2026.01.05",
    ]);
    expect(renderMore(sampleAnswer())).toBe("");
  });

  test("silence is empty, whatever the answer holds", () => {
    expect(renderMarkdown({ ...full, action: "silent" })).toBe("");
  });

  test("parts that are not there leave no trace", () => {
    expect(renderMarkdown(sampleAnswer({ summary: { text: "Yes.", evidence: [] } }))).toBe("Yes.");
    expect(renderMarkdown(sampleAnswer({ summary: null, ask: { text: "Where?", options: [] } }))).toBe("**Where?**");
  });
});

describe("escapeMarkdown", () => {
  test.each([
    ["a*b_c", "a\\*b\\_c"],
    ["[x](y)", "\\[x\\](y)"],
    ["<b>&amp;", "\\<b\\>&amp;"],
    ["# no heading", "\\# no heading"],
    ["code `a*b` stays", "code `a*b` stays"],
    ["one ` alone", "one \\` alone"],
    ["a|b ~~c~~", "a\\|b \\~\\~c\\~\\~"],
    ["back\\slash", "back\\\\slash"],
  ])("%s", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

const bait = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "[a](https://evil.example)",
        "<script>",
        "<!channel>",
        "<@U1>",
        "**b**",
        "__u__",
        "~~s~~",
        "`",
        "`a`",
      ),
      fc.constantFrom(
        "![i](x)",
        "[r]: https://evil.example",
        "\\",
        "\\[",
        "a",
        " ",
        "*",
        "_",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "|",
        "#",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map(
    (parts) =>
      `x${parts
        .join("")
        .replace(/[\r\n]/g, " ")
        .replace(/`+/g, "`")}`,
  );

/**
 * What of a line mark-up could act in, by CommonMark 6.1 and 2.4: without escaped characters, and without code spans, which
 * end at the next run of exactly as many backticks as they began with.
 */
function active(line: string): string {
  let left = "";
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const [escaped = ""] = /^\\[!-/:-@[-`{-~]/.exec(rest) ?? [];
    const [run = ""] = /^`+/.exec(rest) ?? [];
    const close = run ? rest.slice(run.length).search(new RegExp(`(?<!\`)${run}(?!\`)`)) : -1;
    const isCode = close >= 0;
    at += escaped.length || (isCode ? 2 * run.length + close : run.length) || 1;
    if (!escaped && !isCode) left += run || rest.charAt(0);
  }
  return left;
}

describe("whatever a statement of one line holds", () => {
  test("it makes no link, image, emphasis, HTML, mention or code fence", () => {
    fc.assert(
      fc.property(bait, (text) => {
        const [line = "", ...others] = renderMarkdown(sampleAnswer({ summary: { text, evidence: [] } })).split("\n");
        expect(others).toEqual([]);
        expect(active(line)).not.toMatch(/[*_[\]<>~|]/);
      }),
      { numRuns: 500 },
    );
  });

  test("it can be read back: taking the escapes away gives the text", () => {
    fc.assert(
      fc.property(bait, (text) => {
        const parts = escapeMarkdown(text).split(/(`[^`]*`)/);
        const hasCode = text.split(/(`[^`]*`)/).length > 1;
        if (!hasCode) expect(parts.join("").replace(/\\([\\*_[\]<>`#~|])/g, "$1")).toBe(text);
      }),
    );
  });
});
