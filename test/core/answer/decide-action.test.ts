import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { composeFrom } from "../../../src/core/answer/compose-from.ts";
import { decideAction, type Findings } from "../../../src/core/answer/decide-action.ts";
import { readQuestion } from "../../../src/core/question/read-question.ts";
import type { Reading } from "../../../src/core/question/reading.ts";
import type { Intent } from "../../../src/core/question/recognise-intent.ts";
import { buildProductLexicon } from "../../../src/core/question/recognise-products.ts";
import { sampleQuestion } from "../../support/sample-question.ts";
import { sampleKnowledge, sampleProducts, sampleReading, sampleSituation, subjectAt } from "./sample-situation.ts";

const found: Findings = { statements: 2, lacksDetails: false };
const nothing: Findings = { statements: 0, lacksDetails: false };
const vague: Findings = { statements: 2, lacksDetails: true };

const asks = sampleReading({ subjects: [subjectAt("10.0.0.1")], topics: ["what-is-address"] });
const bare = sampleReading({ subjects: [subjectAt("10.0.0.1")] });
const talk = sampleReading({ topics: ["how-it-works"] });
const tells: Intent = { kind: "tell", reason: "nothing in it asks" };
const instructs: Intent = { kind: "instruct", reason: '"run" asks for an act' };

function decide(addressed: boolean, reading: Reading, findings: Findings) {
  return decideAction(sampleQuestion("q", { addressed }), reading, findings);
}

describe("decideAction", () => {
  test.each<[string, boolean, Reading, Findings, string]>([
    ["addressed, with evidence", true, asks, found, "answer"],
    ["addressed by a bare address", true, bare, found, "answer"],
    ["addressed, a remark that the evidence explains", true, { ...bare, intent: tells }, found, "answer"],
    ["addressed, nothing found", true, talk, nothing, "clarify"],
    ["addressed, no place to start from", true, talk, vague, "clarify"],
    ["addressed, told to act", true, { ...asks, intent: instructs }, found, "decline"],
    ["addressed, told to act, nothing found", true, { ...talk, intent: instructs }, nothing, "decline"],
    ["overheard question about an address", false, asks, found, "answer"],
    ["overheard address without a networking topic", false, bare, found, "silent"],
    ["overheard topic without an address", false, talk, found, "silent"],
    ["overheard chatter", false, { ...asks, intent: tells }, found, "silent"],
    ["overheard instruction", false, { ...asks, intent: instructs }, found, "silent"],
    ["overheard question without evidence", false, asks, nothing, "silent"],
    ["overheard question that lacks the details", false, asks, vague, "silent"],
  ])("%s", (_, addressed, reading, findings, action) => {
    const decision = decide(addressed, reading, findings);
    expect(decision.action).toBe(action);
    expect(decision.reason).toMatch(/^[A-Z].{10,}[.]$/s);
  });

  test("silence and refusal say why in the words of what was recognised", () => {
    expect(decide(false, { ...asks, intent: tells }, found).reason).toContain(tells.reason);
    expect(decide(true, { ...asks, intent: instructs }, found).reason).toContain(instructs.reason);
  });
});

const knowledge = sampleKnowledge();
const lexicon = buildProductLexicon(sampleProducts.map(({ id }) => ({ phrase: id, product: id })));

function answerTo(text: string, addressed: boolean) {
  const question = sampleQuestion("q", { text, addressed });
  const reading = readQuestion(question, lexicon);
  return composeFrom(sampleSituation({ question, reading, knowledge }));
}

const words = [
  ...["10.0.0.1", "100.64.3.7", "300.1.2.3", "fd00::1", "10.0.0.0/8", "8.8.8.8", "ip-10-0-1-23.ec2.internal"],
  ...[
    "what",
    "is",
    "why",
    "?",
    "thanks",
    "run",
    "delete",
    "pod",
    "harbour",
    "weft",
    "released",
    "allowlist",
    "overlap",
  ],
  ...["cannot", "connect", "please", "ignore", "your", "prompt", "```", "\n", "@bot", "from", "source", "masquerade"],
];
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(" ")),
);

describe("whatever is written", () => {
  test("addressed means something to read and a reason, never silence", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = answerTo(text, true);
        expect(answer.action).not.toBe("silent");
        expect(answer.reason).not.toBe("");
        expect(answer.summary ?? answer.ask).toBeTruthy();
      }),
    );
  });

  test("overheard means an answer or silence with a reason, and silence says nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const answer = answerTo(text, false);
        expect(["answer", "silent"]).toContain(answer.action);
        expect(answer.reason).not.toBe("");
        if (answer.action === "silent") {
          expect(answer).toMatchObject({
            summary: null,
            details: [],
            steps: [],
            checks: [],
            citations: [],
            evidence: [],
          });
          expect(answer.ask).toBeUndefined();
        } else expect(answer.summary).toBeTruthy();
      }),
    );
  });
});
