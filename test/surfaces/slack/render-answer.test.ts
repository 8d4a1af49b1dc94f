import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Answer, Statement, Step } from "../../../src/core/answer/answer.ts";
import { renderAnswer } from "../../../src/surfaces/slack/render/render-answer.ts";
import { checkMessage } from "../../support/slack-server/check-message.ts";
import { sampleAnswer } from "./sample-answer.ts";

/** All mrkdwn of a message, block by block. */
function textsOf(answer: Answer): string[] {
  return renderAnswer(answer).blocks.map((block) => {
    if (block.type === "section" && block.text?.type === "mrkdwn") return block.text.text;
    const element = block.type === "context" ? block.elements[0] : undefined;
    return element?.type === "mrkdwn" ? element.text : "";
  });
}

describe("renderAnswer", () => {
  it("shows the answer first, then why, what to do, how to check, and the sources", () => {
    expect(textsOf(sampleAnswer())).toEqual([
      "`100.64.3.7` is shared address space (RFC 6598), not public.",
      "• The pods of this cluster have addresses from `100.64.0.0/15`.",
      "*What to do*\nAllow the pod range.",
      "*How to check*\nSee the pods' addresses.\n```\nkubectl get pods -A -o wide | grep '&lt;none&gt;' &amp;&amp; date\n```",
      "Sources\n[1] <https://www.rfc-editor.org/rfc/rfc6598?a=1&amp;b=2|RFC 6598>, section 7 (checked 2026-11-01)",
      "Certainty: documented · Knowledge 2026.11.1",
    ]);
  });

  it("asks the one question with its options as a list", () => {
    const ask = { text: "Where does the cluster run?", options: ["Scaleway Kapsule", "GKE <Autopilot>"] };
    const answer = sampleAnswer({ action: "clarify", details: [], steps: [], checks: [], citations: [], ask });
    expect(textsOf(answer)).toEqual([
      "`100.64.3.7` is shared address space (RFC 6598), not public.",
      "*One question:* Where does the cluster run?\n• Scaleway Kapsule\n• GKE &lt;Autopilot&gt;",
      "Certainty: documented · Knowledge 2026.11.1",
    ]);
  });

  it("says the reason of a decline that has nothing else to say", () => {
    const answer = sampleAnswer({
      action: "decline",
      summary: null,
      details: [],
      steps: [],
      checks: [],
      citations: [],
      certainty: null,
      reason: "The text names no address.",
    });
    expect(textsOf(answer)).toEqual(["The text names no address.", "Knowledge 2026.11.1"]);
  });

  it("shows lines to paste as code below their step", () => {
    const snippet = { language: "yaml", text: "spec:\n  name: <name> & co" } as const;
    const steps = [{ text: "Apply this.", evidence: [], snippet }];
    expect(textsOf(sampleAnswer({ steps }))).toContain(
      "*What to do*\nApply this.\n```\nspec:\n  name: &lt;name&gt; &amp; co\n```",
    );
  });

  it("numbers several steps and names the model that worded them", () => {
    const steps = ["First.", "Second."].map((text) => ({ text, evidence: [] }));
    const texts = textsOf(sampleAnswer({ steps, composedBy: { model: "some-model" } }));
    expect(texts).toContain("*What to do*\n1. First.\n2. Second.");
    expect(texts.at(-1)).toContain("Worded by some-model, checked against the evidence");
  });

  it.each([
    ["javascript:alert(1)", "[1] Title, here (checked 2026-11-01)"],
    ["no address", "[1] Title, here (checked 2026-11-01)"],
    ["https://x.io/a|b>c", "[1] <https://x.io/a%7Cb%3Ec|Title>, here (checked 2026-11-01)"],
  ])("links only web addresses, and lets none break out: %s", (url, line) => {
    const citation = {
      number: 1,
      url,
      title: "Title",
      locator: "here",
      kind: "vendor-docs",
      checkedOn: "2026-11-01",
    } as const;
    expect(textsOf(sampleAnswer({ citations: [citation] }))).toContain(`Sources\n${line}`);
  });

  it("says when it had to leave something out, and keeps the sources", () => {
    const details = Array.from({ length: 200 }, () => ({ text: "word ".repeat(500), evidence: [] }));
    const texts = textsOf(sampleAnswer({ details }));
    expect(texts).toHaveLength(50);
    expect(texts).toContain("_This answer was shortened to fit a Slack message._");
    expect(texts.at(-2)).toContain("RFC 6598");
  });
});

const nasty = fc.constantFrom(
  "<!channel>",
  "<@U100>",
  "<http://evil.io|x>",
  "&lt;",
  "```",
  "`",
  "\n",
  "😀",
  "*",
  "_",
  "|",
  " ",
);
const piece = fc.oneof(
  fc.string({ unit: "binary" }),
  nasty,
  fc.constant("x".repeat(3500)),
  fc.constant("&".repeat(900)),
);
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
const statement: fc.Arbitrary<Statement> = text.map((value) => ({ text: value, evidence: [] }));
const snippet = fc.record({ language: fc.constant("yaml" as const), text });
const step: fc.Arbitrary<Step> = fc.record({ text, evidence: fc.constant([]), command: text, snippet });
const citation = fc.record({
  number: fc.nat(),
  url: fc.oneof(text, fc.webUrl(), fc.constant(`https://x.io/${"&".repeat(2000)}`)),
  title: text,
  locator: text,
  kind: fc.constant("code" as const),
  checkedOn: fc.constant("2026-11-01"),
});
const answers: fc.Arbitrary<Answer> = fc
  .record({
    action: fc.constantFrom("answer" as const, "clarify" as const, "decline" as const),
    summary: fc.option(statement),
    details: fc.array(statement, { maxLength: 40 }),
    steps: fc.array(step, { maxLength: 20 }),
    checks: fc.array(step, { maxLength: 20 }),
    citations: fc.array(citation, { maxLength: 60 }),
    ask: fc.record({ text, options: fc.array(text, { maxLength: 10 }) }),
    reason: text,
    knowledgeVersion: text,
  })
  .map((parts) => sampleAnswer(parts));

describe("renderAnswer, whatever the answer", () => {
  it("holds every limit, escapes everything, plants nothing and links only to the web", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { text: fallback, blocks } = renderAnswer(answer);
        expect(checkMessage(fallback, blocks)).toBeUndefined();
        expect(fallback.length).toBeGreaterThan(0);
        for (const shown of [fallback, ...textsOf(answer)]) {
          // Once our own links are taken out, no control character is left, and every & starts an entity.
          const rest = shown.replace(/<https?:\/\/[^<>|]*\|[^<>]*>/g, "");
          expect(rest).not.toMatch(/[<>]/);
          expect(rest).not.toMatch(/&(?!amp;|lt;|gt;)/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("cuts no character in two", () => {
    const emoji = fc.integer({ min: 2990, max: 3010 }).map((length) => `${"x".repeat(length)}😀&😀`);
    fc.assert(
      fc.property(emoji, (long) => {
        const { text: fallback } = renderAnswer(sampleAnswer({ summary: { text: long, evidence: [] } }));
        expect(fallback.isWellFormed()).toBe(true);
      }),
    );
  });

  it("keeps inline code as it is", () => {
    const code = fc.stringMatching(/^[a-z0-9./:-]{1,60}$/);
    fc.assert(
      fc.property(code, fc.array(fc.lorem({ maxCount: 30 }), { maxLength: 30 }), (word, words) => {
        const summary = { text: [...words, `\`${word}\``, ...words].join(" "), evidence: [] };
        expect(textsOf(sampleAnswer({ summary })).join("")).toContain(`\`${word}\``);
      }),
    );
  });

  it("loses no word of an answer that fits", () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 200 }), { maxLength: 10 }), (paragraphs) => {
        const details = paragraphs.map((value) => ({ text: value, evidence: [] }));
        const shown = textsOf(sampleAnswer({ details })).join(" ").replaceAll("•", " ").split(/\s+/);
        for (const word of paragraphs.join(" ").split(/\s+/).filter(Boolean)) expect(shown).toContain(word);
      }),
    );
  });
});
