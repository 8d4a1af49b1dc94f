import { describe, expect, test } from "@jest/globals";
import { type FactContext, scoreFact } from "../../../../src/core/answer/select/score-fact.ts";
import { telling } from "../../../../src/core/question/telling-words.ts";
import { rangeClaim, sampleFact } from "../../../support/sample-knowledge.ts";

const services = sampleFact("harbour/services", { claim: rangeClaim("service", "10.32.0.0/20") });
const pods = sampleFact("harbour/pods", { claim: rangeClaim("pod", "100.64.0.0/15") });
const context: FactContext = { topics: new Set(), words: new Set(), named: new Set(["harbour"]), bearing: [] };
const asked: FactContext = { ...context, topics: new Set(["which-range"]), words: telling("service") };

describe("scoreFact", () => {
  test("the range whose role is named outweighs the others, most of all where a range is asked for", () => {
    expect(scoreFact(services, asked)).toBeGreaterThan(scoreFact(pods, asked));
    expect(scoreFact(services, asked)).toBeGreaterThan(scoreFact(services, { ...asked, topics: new Set() }));
    expect(scoreFact(services, asked)).toBeGreaterThan(scoreFact(services, { ...asked, named: new Set() }));
  });

  test("what bears on the topics is worth more, the first most", () => {
    const bearing = [pods, services];
    expect(scoreFact(pods, { ...context, bearing })).toBeGreaterThan(scoreFact(services, { ...context, bearing }));
    expect(scoreFact(services, { ...context, bearing })).toBeGreaterThan(scoreFact(services, context));
  });

  test("a former default gives way, and an organisation's own record comes before both", () => {
    const { claim } = services;
    if (claim.type !== "range") throw new Error("a range");
    const former = { ...services, claim: { ...claim, status: "former" as const } };
    expect(scoreFact(former, asked)).toBeLessThan(scoreFact(services, context));
    expect(scoreFact({ ...services, visibility: "private" }, asked)).toBeGreaterThan(scoreFact(services, asked));
  });
});
