import { describe, expect, it } from "@jest/globals";
import { createPace } from "../../../src/surfaces/discourse/client/pace.ts";

function paceAt(start = 0) {
  const clock = { now: start };
  return { clock, pace: createPace(() => clock.now) };
}

describe("the pace of calls", () => {
  it("is free until Discourse says otherwise", () => {
    const { pace } = paceAt();
    const turns = Array.from({ length: 100 }, () => pace.book(0));
    expect(turns).toEqual(Array(100).fill({ status: "go", waitMs: 0 }));
  });

  it("stands still for as long as Discourse said", () => {
    const { clock, pace } = paceAt();
    pace.hold(7000);
    expect(pace.book(5000)).toEqual({ status: "too-late", waitMs: 7000 });
    clock.now = 3000;
    expect(pace.book(5000)).toEqual({ status: "go", waitMs: 4000 });
  });

  it("then lets one call a second through, for a minute", () => {
    const { clock, pace } = paceAt();
    pace.hold(1000);
    clock.now = 1000;
    expect([pace.book(5000), pace.book(5000), pace.book(5000)].map(({ waitMs }) => waitMs)).toEqual([0, 1000, 2000]);
    clock.now = 62_000;
    expect([pace.book(0), pace.book(0)].map(({ status }) => status)).toEqual(["go", "go"]);
  });

  it("books nothing for a call that goes away", () => {
    const { pace } = paceAt();
    pace.hold(2000);
    pace.book(100);
    expect(pace.book(2000)).toEqual({ status: "go", waitMs: 2000 });
  });

  it("never makes more than 60 calls in a minute once it was limited", () => {
    const { clock, pace } = paceAt();
    pace.hold(0);
    let made = 0;
    for (clock.now = 0; clock.now < 60_000; clock.now += 10) if (pace.book(0).status === "go") made += 1;
    expect(made).toBeLessThanOrEqual(60);
    expect(made).toBeGreaterThan(50);
  });

  it("does not keep still for a day because one act is limited for a day", () => {
    const { pace } = paceAt();
    pace.hold(86_400_000);
    expect(pace.book(60_000)).toEqual({ status: "go", waitMs: 60_000 });
  });
});
