import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createSpending, type Reservation, type SpendingLimits } from "../../../src/adapters/model/spending.ts";

const noon = new Date("2026-11-23T12:00:00Z");
const open = (limits: SpendingLimits, now = () => noon) => createSpending(limits, now);

function reserved(result: ReturnType<ReturnType<typeof open>>): Reservation {
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

describe("what a model uses", () => {
  test("is counted in tokens, and without prices in nothing else", () => {
    const reserve = open({ tokensPerQuestion: 1000 });
    expect(reserved(reserve(300)).settle({ promptTokens: 80, completionTokens: 20 })).toEqual({
      promptTokens: 80,
      completionTokens: 20,
      tokensToday: 100,
    });
    expect(reserved(reserve(300)).settle({ promptTokens: 1, completionTokens: 2 })).toMatchObject({ tokensToday: 103 });
  });

  test("costs what the prices say for a million tokens", () => {
    const reserve = open({ tokensPerQuestion: 1000, prices: { input: 0.15, output: 0.6 } });
    const first = reserved(reserve(300)).settle({ promptTokens: 1000, completionTokens: 500 });
    expect(first).toMatchObject({ cost: 0.00045, costToday: 0.00045 });
    const second = reserved(reserve(300)).settle({ promptTokens: 0, completionTokens: 10 });
    expect(second).toMatchObject({ cost: 0.000006, costToday: 0.000456 });
  });

  test("leaves a reply what the prompt does not take, and a prompt that takes all is not sent", () => {
    const reserve = open({ tokensPerQuestion: 1000 });
    expect(reserved(reserve(300)).mostOutput).toBe(900);
    expect(reserve(3000)).toEqual({ problem: "the question is longer than its share of tokens" });
  });

  test("is nothing more once the day's tokens or budget are used up, until the next day in UTC", () => {
    let now = noon;
    const reserve = open({ tokensPerQuestion: 100, tokensPerDay: 250 }, () => now);
    for (const tokensToday of [100, 200])
      expect(reserved(reserve(30)).settle({ promptTokens: 50, completionTokens: 50 })).toMatchObject({ tokensToday });
    expect(reserve(30)).toEqual({ problem: "today's tokens are used up" });
    now = new Date("2026-11-23T23:59:59Z");
    expect(reserve(30)).toEqual({ problem: "today's tokens are used up" });
    now = new Date("2026-11-24T00:00:00Z");
    expect(reserved(reserve(30)).mostOutput).toBe(90);

    const priced = open({ tokensPerQuestion: 100, costPerDay: 0.0002, prices: { input: 1, output: 2 } });
    reserved(priced(30)).settle({ promptTokens: 50, completionTokens: 50 });
    expect(priced(30)).toEqual({ problem: "today's budget is used up" });
  });

  test("counts as the most it can be while it is asked for, and a late one books on its own day", () => {
    let now = noon;
    const reserve = open({ tokensPerQuestion: 100, tokensPerDay: 200 }, () => now);
    const [first, second] = [reserved(reserve(30)), reserved(reserve(30))];
    expect(reserve(30)).toEqual({ problem: "today's tokens are used up" });
    first.settle({ promptTokens: 0, completionTokens: 0 });
    const third = reserved(reserve(30));
    now = new Date("2026-11-24T00:00:00Z");
    const fresh = reserved(reserve(30));
    second.settle({ promptTokens: 9, completionTokens: 90 });
    third.settle({ promptTokens: 9, completionTokens: 90 });
    expect(fresh.settle({ promptTokens: 10, completionTokens: 1 })).toMatchObject({ tokensToday: 11 });
  });

  test("never overdraws a day, however questions come and go", () => {
    const step = fc.record({
      promptBytes: fc.integer({ min: 1, max: 250 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      isHeld: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 0, max: 1000 }), (steps, tokensPerDay) => {
        const reserve = open({ tokensPerQuestion: 100, tokensPerDay });
        let used = 0;
        for (const { promptBytes, share, isHeld } of steps) {
          const reservation = reserve(promptBytes);
          if ("problem" in reservation) continue;
          const completionTokens = Math.floor(share * reservation.mostOutput);
          const promptTokens = 100 - reservation.mostOutput;
          used += isHeld ? 100 : promptTokens + completionTokens;
          if (!isHeld) reservation.settle({ promptTokens, completionTokens });
        }
        expect(used).toBeLessThanOrEqual(tokensPerDay);
      }),
    );
  });
});
