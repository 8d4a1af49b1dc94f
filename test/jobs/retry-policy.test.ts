import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decideRetry, isSpent, type Setback } from "../../src/jobs/retry-policy.ts";

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

describe("decideRetry", () => {
  const delays: readonly [string, Setback, number, number][] = [
    ["half a second to a second at first", { attempt: 1, ageMs: 0 }, 0, 500],
    ["half a second to a second at first", { attempt: 1, ageMs: 0 }, 1, 1000],
    ["twice that the next time", { attempt: 2, ageMs: 0 }, 1, 2000],
    ["and so on", { attempt: 6, ageMs: 0 }, 0.5, 24_000],
    ["at most an hour", { attempt: 13, ageMs: 0 }, 1, hour],
    ["at most an hour", { attempt: 49, ageMs: 0 }, 1, hour],
    ["what the other side said", { attempt: 1, ageMs: 0, afterMs: 30 * second }, 0, 30 * second],
    ["a little more than the other side said", { attempt: 1, ageMs: 0, afterMs: 30 * second }, 1, 31 * second],
    ["the back-off when the other side said less", { attempt: 10, ageMs: 0, afterMs: second }, 1, 512 * second],
    ["until just before a day is over", { attempt: 5, ageMs: day - 16 * second }, 1, 16 * second],
  ];
  it.each(delays)("waits %s (%j, jitter %d)", (_what, setback, jitter, delayMs) => {
    expect(decideRetry(setback, jitter)).toEqual({ kind: "retry", delayMs });
  });

  const ends: readonly [Setback, RegExp][] = [
    [{ attempt: 50, ageMs: 0 }, /50 attempts/],
    [{ attempt: 51, ageMs: 0 }, /51 attempts/],
    [{ attempt: 1, ageMs: day }, /within a day/],
    [{ attempt: 5, ageMs: day - 15 * second }, /within a day/],
    [{ attempt: 1, ageMs: 0, afterMs: day + 1 }, /within a day/],
  ];
  it.each(ends)("gives up on %j", (setback, reason) => {
    expect(decideRetry(setback, 1)).toEqual({ kind: "give-up", reason: expect.stringMatching(reason) });
  });

  it("never waits less than the other side said, nor less than half the back-off, nor past a day", () => {
    const setbacks = fc.record({
      attempt: fc.integer({ min: 1, max: 60 }),
      ageMs: fc.nat(2 * day),
      afterMs: fc.nat(2 * day),
    });
    fc.assert(
      fc.property(setbacks, fc.double({ min: 0, max: 1, noNaN: true }), (setback, jitter) => {
        const decision = decideRetry(setback, jitter);
        if (decision.kind === "give-up") return;
        expect(decision.delayMs).toBeGreaterThanOrEqual(setback.afterMs);
        expect(decision.delayMs).toBeGreaterThanOrEqual(Math.min(500 * 2 ** (setback.attempt - 1), hour / 2));
        expect(setback.ageMs + decision.delayMs).toBeLessThanOrEqual(day);
        expect(Number.isInteger(decision.delayMs)).toBe(true);
      }),
    );
  });

  it("keeps trying for most of a day before the attempts run out", () => {
    let ageMs = 0;
    let attempt = 1;
    for (
      let next = decideRetry({ attempt, ageMs }, 0.5);
      next.kind === "retry";
      next = decideRetry({ attempt, ageMs }, 0.5)
    ) {
      ageMs += next.delayMs;
      attempt += 1;
    }
    expect(ageMs).toBeGreaterThan(22 * hour);
    expect(attempt).toBeLessThan(50);
  });
});

it.each([
  [1, false],
  [50, false],
  [51, true],
])("a job at attempt %d is spent: %s", (attempt, spent) => {
  expect(isSpent(attempt)).toBe(spent);
});
