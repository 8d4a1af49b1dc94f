import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderMarkdown } from "../../../src/core/answer/render-markdown.ts";
import { renderPost } from "../../../src/surfaces/discourse/delivery/render-post.ts";
import { dropMarker, replyMarker } from "../../../src/surfaces/discourse/delivery/reply-marker.ts";
import { silenceMentions } from "../../../src/surfaces/discourse/delivery/silence-mentions.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const limit = 31_000;
const statement = (text: string) => ({ text, evidence: [] });

describe("an answer as a post", () => {
  it("is the answer's Markdown when it fits", () => {
    const answer = sampleAnswer({ steps: [{ ...statement("Allow the range."), command: "kubectl get pods -o wide" }] });
    expect(renderPost(answer, limit)).toBe(renderMarkdown(answer));
  });

  it("loses its last details first, and says so", () => {
    const details = Array.from({ length: 40 }, (_, i) => statement(`Detail ${i}: ${"x".repeat(1000)}`));
    const text = renderPost(sampleAnswer({ details, steps: [statement("Allow the range.")] }), limit);
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).toContain("Detail 20:");
    expect(text).not.toContain("Detail 39:");
    expect(text).toContain("Allow the range.");
    expect(text).toMatch(/This answer was shortened to fit a forum post\.\*$/);
  });

  it("fits and leaves no fence open, whatever the answer", () => {
    const texts = fc.string({ maxLength: 3000 }).map((text) => text.repeat(10));
    const steps = fc.array(
      fc.record({ text: texts, evidence: fc.constant([]), command: texts.map((t) => t.replaceAll("`", "")) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, steps, fc.array(texts, { maxLength: 6 }), (summary, checks, details) => {
        const answer = sampleAnswer({ summary: statement(summary), checks, details: details.map(statement) });
        const text = renderPost(answer, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect((text.match(/^ {2}```/gm)?.length ?? 0) % 2).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what a post must not do", () => {
  it.each([
    ["calls nobody", "Ask @admins or @alice.", "Ask @\u2060admins or @\u2060alice."],
    ["keeps code", "`ssh root@10.0.0.1` and ```\n@x\n```", "`ssh root@10.0.0.1` and ```\n@x\n```"],
    ["keeps links", "[a](<https://x.example/@alice>)", "[a](<https://x.example/@alice>)"],
    ["keeps mail addresses", "ops@example.org", "ops@example.org"],
    ["keeps a lonely sign", "5 @ 3", "5 @ 3"],
  ])("%s", (_, text, expected) => {
    expect(silenceMentions(text)).toBe(expected);
  });
});

it("has a marker that a reader of the thread does not see", () => {
  const marker = replyMarker("discourse:xn--bcher-kva.example:8080:9001");
  expect(dropMarker(`It is shared address space.\n\n${marker}`)).toBe("It is shared address space.");
});
