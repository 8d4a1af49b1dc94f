import { describe, expect, test } from "@jest/globals";
import { advisers } from "../../../../src/core/answer/advise/advisers.ts";
import { chooseAdvice } from "../../../../src/core/answer/advise/with-advice.ts";
import type { Step } from "../../../../src/core/answer/answer.ts";
import { composeFrom } from "../../../../src/core/answer/compose-from.ts";
import { keepVerified } from "../../../../src/core/answer/verify/verify-answer.ts";
import { adviceCases, noAdvice } from "./advice-cases.ts";
import { codeOf } from "./code-of.ts";
import { situationOf } from "./situation-of.ts";

const asked = adviceCases.map(({ thread = [], ...rest }) => ({ ...rest, thread: threadOf(thread) }));

function threadOf(texts: readonly string[]) {
  return texts.map((text) => ({ text, fromBot: false }));
}

describe("chooseAdvice", () => {
  test.each(asked)("$kind: $ask", ({ kind, ask, thread, code }) => {
    const chosen = chooseAdvice(situationOf(ask, { thread }));
    expect(chosen?.kind).toBe(kind);
    expect(chosen && codeOf(chosen.advice.code)).toBe(code);
  });

  test("every kind is shown above", () => {
    expect(new Set(adviceCases.map(({ kind }) => kind))).toEqual(new Set(Object.keys(advisers)));
  });

  test.each(noAdvice)("gives nothing to one who %s: %s", (_, ask) => {
    expect(chooseAdvice(situationOf(ask))).toBeUndefined();
  });

  test.each(asked)("overheard, it keeps to words: $ask", ({ ask, thread }) => {
    expect(chooseAdvice(situationOf(ask, { thread, addressed: false }))).toBeUndefined();
  });
});

function isAdvice({ evidence }: Step): boolean {
  return evidence.some((id) => id.startsWith("computed:advice-"));
}

describe("the answer that carries advice", () => {
  test.each(asked)("holds it once, short, and verified for the widest audience: $ask", ({ ask, thread, code }) => {
    const answer = keepVerified(composeFrom(situationOf(ask, { thread })), "public-forum");
    const [step, ...more] = answer.steps.filter(isAdvice);
    const others = answer.steps.filter((one) => !isAdvice(one));
    expect(more).toEqual([]);
    expect(others.length).toBeLessThanOrEqual(1);
    expect(others.flatMap(({ snippet }) => snippet ?? [])).toEqual([]);
    expect(step?.snippet?.text ?? step?.command).toBe(code);
    expect(step?.text).toMatch(/^[A-Z][^\n]*:$/);
    expect(step?.text.split(/\s+/).length).toBeLessThanOrEqual(22);
    expect(code.split("\n").length).toBeLessThanOrEqual(12);
    expect(code.split(/\s+/).length).toBeLessThanOrEqual(32);
  });

  test.each(asked.filter(({ kind }) => kind !== "source-list"))(
    "cites what documents its form: $ask",
    ({ ask, thread }) => {
      const chosen = chooseAdvice(situationOf(ask, { thread }));
      const { sets = [], documented = [] } = chosen?.advice ?? {};
      expect(sets).not.toEqual([]);
      expect(documented.flatMap(({ sources }) => sources)).not.toEqual([]);
      for (const name of sets) expect(codeOf(chosen?.advice.code)).toContain(name.split(".").at(-1));
    },
  );
});
