import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Answer } from "../../../src/core/answer/answer.ts";
import {
  type Composition,
  citationNumbers,
  composeAnswer,
  statementsOf,
} from "../../../src/core/answer/compose-answer.ts";
import type { Piece } from "../../../src/core/answer/piece.ts";
import type { Evidence } from "../../../src/core/evidence/evidence.ts";
import { sampleSource } from "../../support/sample-knowledge.ts";

function compose(pieces: readonly Piece[], more: Partial<Composition> = {}): Answer {
  const decision = { action: "answer", reason: "There is evidence." } as const;
  return composeAnswer({
    pieces,
    decision,
    ask: undefined,
    certainty: "documented",
    knowledgeVersion: "test",
    ...more,
  });
}

function evidence(id: string, ...pages: readonly string[]): Evidence {
  const sources = pages.map((page) => sampleSource({ url: `https://example.org/${page}`, title: page }));
  return { id, kind: "article", statement: id, sources };
}

function piece(text: string, priority: number, more: Partial<Piece> = {}): Piece {
  return { slot: "detail", priority, text, evidence: [evidence(text, text)], ...more };
}

const wordsOf = (text: string) => text.split(/\s+/).length;
const wordy = (count: number, name: string) => [name, ...Array.from({ length: count - 1 }, () => "the")].join(" ");
const spoken = (answer: Answer) => [answer.summary, ...answer.details].flatMap((statement) => statement?.text ?? []);

describe("composeAnswer", () => {
  test("the first piece by priority is the summary, whatever the order they come in", () => {
    const answer = compose([piece("c", 3), piece("a", 1), piece("b", 2), piece("d", 4, { slot: "step" })]);
    expect(answer).toMatchObject({
      summary: { text: "a" },
      details: [{ text: "b" }, { text: "c" }],
      steps: [{ text: "d" }],
    });
  });

  test("pieces of equal priority keep their order", () => {
    expect(spoken(compose([piece("x", 1), piece("a", 1), piece("m", 1)]))).toEqual(["x", "a", "m"]);
  });

  test("what was said is not said again, and a fact is told once", () => {
    const fact: Evidence = { ...evidence("fact:a/b", "p"), kind: "fact" };
    const answer = compose([
      piece("same", 1),
      piece("same", 2),
      piece("as candidate", 3, { evidence: [fact] }),
      piece("as fact", 4, { evidence: [fact] }),
      piece("as step", 5, { slot: "step", evidence: [fact] }),
    ]);
    expect(spoken(answer)).toEqual(["same", "as candidate"]);
    expect(answer.steps.map(({ text }) => text)).toEqual(["as step"]);
  });

  test("the same words with another command are another step", () => {
    const run = (command: string) => piece("Run:", 1, { slot: "check", command });
    const { checks, more } = compose([run("ip a"), run("ip r"), run("ip a")]);
    expect([...checks, ...more].map(({ command }) => command)).toEqual(["ip a", "ip r"]);
  });

  test("a long first statement goes out whole; a later one that does not fit makes way for a shorter one", () => {
    expect(spoken(compose([piece(wordy(400, "long"), 1)]))).toHaveLength(1);
    const answer = compose([piece(wordy(100, "first"), 1), piece(wordy(60, "too-long"), 2), piece("short one", 3)]);
    expect(spoken(answer).map((text) => text.split(" ")[0])).toEqual(["first", "short"]);
  });

  test("with nothing to say there is no certainty and no source", () => {
    expect(compose([])).toMatchObject({ summary: null, details: [], citations: [], evidence: [], certainty: null });
  });

  test("a question back, the action and its reason are carried", () => {
    const ask = { text: "Where?", options: ["a", "b"] };
    expect(compose([], { ask, decision: { action: "clarify", reason: "Vague." } })).toMatchObject({
      ask,
      action: "clarify",
      reason: "Vague.",
      composedBy: "template",
      knowledgeVersion: "test",
    });
    expect(compose([])).not.toHaveProperty("ask");
  });
});

describe("citations", () => {
  test("are numbered as they first appear, each page once", () => {
    const answer = compose([
      piece("two", 2, { evidence: [evidence("e2", "q", "p")] }),
      piece("one", 1, { evidence: [evidence("e1", "p")] }),
      piece("check", 3, { slot: "check", evidence: [evidence("e3", "r")] }),
    ]);
    expect(answer.citations.map(({ number, title }) => `${number} ${title}`)).toEqual(["1 p", "2 q", "3 r"]);
    const [one, two, check] = statementsOf(answer).map((statement) => citationNumbers(answer, statement));
    expect([one, two, check]).toEqual([[1], [1, 2], [3]]);
  });

  test("of a page that was read twice the later day counts", () => {
    const at = (id: string, checkedOn: string) => ({ ...evidence(id), sources: [sampleSource({ checkedOn })] });
    const answer = compose([
      piece("a", 1, { evidence: [at("e1", "2026-03-01")] }),
      piece("b", 2, { evidence: [at("e2", "2026-05-01")] }),
      piece("c", 3, { evidence: [at("e3", "2026-04-01")] }),
    ]);
    expect(answer.citations).toMatchObject([{ number: 1, checkedOn: "2026-05-01" }]);
  });

  test("what follows by calculation alone has no number", () => {
    const answer = compose([piece("sum", 1, { evidence: [evidence("computed:sum")] })]);
    expect(answer.citations).toEqual([]);
    expect(statementsOf(answer).map((statement) => citationNumbers(answer, statement))).toEqual([[]]);
  });
});

const anyEvidence = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom("article" as const, "computed" as const, "registry" as const))
  .map(
    ([n, kind]): Evidence => ({ ...evidence(`e${n}`, ...["p", "q", "r", "s"].slice(n % 4, (n % 4) + (n % 3))), kind }),
  );
const anyPiece: fc.Arbitrary<Piece> = fc.record({
  slot: fc.constantFrom("detail" as const, "detail" as const, "step" as const, "check" as const),
  priority: fc.integer({ min: 0, max: 90 }),
  text: fc
    .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 99 }))
    .map(([count, n]) => wordy(count, `t${n}`)),
  evidence: fc.uniqueArray(anyEvidence, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
});
const anyPieces = fc.array(anyPiece, { maxLength: 25 });

/** What DESIGN calls an answer that is read in twenty seconds, with some room. */
const MOST_WORDS = 140;

describe("whatever pieces there are", () => {
  test("an answer keeps its word budget, but for one long first statement", () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const texts = spoken(compose(pieces));
        if (texts.length > 1) expect(wordsOf(texts.join(" "))).toBeLessThanOrEqual(MOST_WORDS);
        expect(texts.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  test("it keeps their order and repeats nothing", () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const texts = spoken(compose(pieces));
        expect(new Set(texts).size).toBe(texts.length);
        const lowest = (text: string) =>
          Math.min(...pieces.filter((p) => p.slot === "detail" && p.text === text).map(({ priority }) => priority));
        const order = texts.map(lowest);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });

  test("it carries exactly the evidence that is used, and every page of it that is cited has one number", () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const answer = compose(pieces);
        const used = new Set(statementsOf(answer).flatMap((statement) => statement.evidence));
        expect(new Set(answer.evidence.map(({ id }) => id))).toEqual(used);
        expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, i) => i + 1));
        expect(new Set(answer.citations.map(({ url }) => url)).size).toBe(answer.citations.length);
        const backed = new Set(answer.evidence.flatMap(({ sources }) => sources.map(({ url }) => url)));
        for (const { url } of answer.citations) expect(backed).toContain(url);
        const firstSeen = [...new Set(statementsOf(answer).flatMap((statement) => citationNumbers(answer, statement)))];
        expect(firstSeen).toEqual(answer.citations.map(({ number }) => number));
      }),
    );
  });
});
