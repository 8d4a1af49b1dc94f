import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Answer, Statement, Step } from "../../../../src/core/answer/answer.ts";
import { statementsOf, withEvidence } from "../../../../src/core/answer/compose-answer.ts";
import { composeFrom } from "../../../../src/core/answer/compose-from.ts";
import { keepVerified, verifyAnswer } from "../../../../src/core/answer/verify/verify-answer.ts";
import type { LookupResult } from "../../../../src/core/evidence/cluster-lookup.ts";
import { mayUse } from "../../../../src/core/evidence/data-scope.ts";
import type { Evidence } from "../../../../src/core/evidence/evidence.ts";
import type { Audience } from "../../../../src/core/question/audience.ts";
import { sampleSource } from "../../../support/sample-knowledge.ts";
import { sampleAnswer } from "../../../support/sample-question.ts";
import { sampleReading, sampleSituation, subjectAt } from "../sample-situation.ts";

function evidence(id: string, statement: string, kind: Evidence["kind"] = "article"): Evidence {
  return { id, kind, statement, sources: [sampleSource({ url: `https://example.org/${id}` })] };
}

const pods = evidence("pods", "Pods get addresses from 10.8.0.0/16.");
const services = evidence("services", "Services get addresses from 10.9.0.0/16.");
const live = evidence("lookup:1", "Pod shop/cart has 10.8.0.7.", "lookup");

const own: Evidence = { ...evidence("fact:own/office", "10.7.0.0/16 is the office.", "fact"), isPrivate: true };

const says = (item: Evidence, text = item.statement): Statement => ({ text, evidence: [item.id] });

/** A step that stands on `pods`, with these lines to paste. */
function pasting(text: string): Step {
  return { ...says(pods), snippet: { language: "yaml", text } };
}

function answerOf(...statements: readonly Statement[]): Answer {
  const [summary = null, ...details] = statements;
  return withEvidence(sampleAnswer({ summary, details, evidence: [pods, services, live, own] }));
}

describe("keepVerified", () => {
  test("an answer that stands on its evidence goes out as it is", () => {
    const answer = answerOf(says(pods), says(services));
    expect(keepVerified(answer, "public-forum")).toBe(answer);
  });

  test.each<[string, Statement, string]>([
    ["a figure of its own", says(pods, "Pods get addresses from 10.7.0.0/16."), "figures-stand-in-evidence"],
    ["another block's figure", says(pods, services.statement), "figures-stand-in-evidence"],
    ["no evidence", { text: "Pods come and go.", evidence: [] }, "has-evidence"],
    ["evidence that is not there", { text: "Pods come and go.", evidence: ["nowhere"] }, "has-evidence"],
    ["a link", says(pods, "See [here](https://evil.example)."), "nothing-planted"],
    ["a call to everybody", says(pods, "Look, @everyone."), "nothing-planted"],
    ["live data", says(live), "within-data-scope"],
    ["an organisation's own knowledge", says(own), "within-data-scope"],
  ])("a statement with %s is dropped, the others stay", (_, bad, rule) => {
    const answer = answerOf(bad, says(services));
    expect(verifyAnswer(answer, "public-forum").map((problem) => problem.rule)).toContain(rule);
    const kept = keepVerified(answer, "public-forum");
    expect(kept.summary).toEqual(says(services));
    expect(kept.details).toEqual([]);
    expect(kept.evidence).toEqual([services]);
    expect(kept.citations).toMatchObject([{ number: 1, url: "https://example.org/services" }]);
  });

  test("steps and checks are judged alike", () => {
    const bad = { ...says(pods, "Allow 10.7.0.0/16."), command: "true" };
    const answer = withEvidence({ ...answerOf(says(services)), steps: [bad, says(services)], checks: [bad] });
    expect(keepVerified(answer, "local")).toMatchObject({ steps: [says(services)], checks: [] });
  });

  test.each<[string, string, string]>([
    ["a figure of its own", "cidr: 10.7.0.0/16", "figures-stand-in-evidence"],
    ["a port of its own", "cidr: 10.8.0.0/16\nport: 22", "figures-stand-in-evidence"],
    ["every address", "cidr: 0.0.0.0/0", "admits-not-everybody"],
    ["every IPv6 address", 'cidrs: ["::/0"]', "admits-not-everybody"],
    ["the end of its own fence", "```\n@everyone", "nothing-planted"],
    ["a URL of its own", "curl https://evil.example", "nothing-planted"],
    ["a character that turns the line around", "cidr: \u202e10.8.0.0/16", "nothing-planted"],
  ])("lines to paste with %s are dropped with their step", (_, text, rule) => {
    const answer = withEvidence({ ...answerOf(says(pods)), steps: [pasting(text), pasting("cidr: 10.8.0.0/16")] });
    expect(verifyAnswer(answer, "local").map((problem) => problem.rule)).toContain(rule);
    expect(keepVerified(answer, "local").steps).toEqual([pasting("cidr: 10.8.0.0/16")]);
  });

  test("a command is judged by its figures too", () => {
    const bad = { ...says(pods), command: "ip route get 10.7.0.1" };
    const good = { ...says(pods), command: "ip route get 10.8.0.0/16" };
    const answer = withEvidence({ ...answerOf(says(pods)), checks: [bad, good] });
    expect(keepVerified(answer, "local").checks).toEqual([good]);
  });

  test("live data and own knowledge may be said among the organisation's own", () => {
    const answer = answerOf(says(live), says(own), says(pods));
    for (const audience of ["internal-channel", "direct-message", "local"] as const)
      expect(keepVerified(answer, audience)).toBe(answer);
  });
});

const anyStatement = fc
  .tuple(fc.constantFrom(pods, services, live), fc.constantFrom(pods, services, live), fc.boolean())
  .map(([from, about, isBare]): Statement => ({ text: about.statement, evidence: isBare ? [] : [from.id] }));
const anyAudience = fc.constantFrom<Audience>(
  ...(["public-forum", "shared-channel", "internal-channel", "direct-message", "local"] as const),
);

describe("whatever was composed", () => {
  test("what is kept verifies, is a part of what was there, and its sources are numbered anew", () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 6 }), anyAudience, (statements, audience) => {
        const answer = answerOf(...statements);
        const kept = keepVerified(answer, audience);
        expect(verifyAnswer(kept, audience)).toEqual([]);
        for (const statement of statementsOf(kept)) expect(statements).toContainEqual(statement);
        expect(kept.citations.map(({ number }) => number)).toEqual(kept.citations.map((_, i) => i + 1));
        const used = new Set(statementsOf(kept).flatMap((statement) => statement.evidence));
        expect(new Set(kept.evidence.map(({ id }) => id))).toEqual(used);
      }),
    );
  });

  test("live data never reaches an audience that may not see it, even if a look at the cluster is handed in", () => {
    const name = fc.stringMatching(/^[a-z]{6,9}-secret$/);
    fc.assert(
      fc.property(anyAudience, name, fc.constantFrom("found", "absent", "unavailable"), (audience, secret, status) => {
        const result = resultOf(status, secret);
        const lookup = { kind: "service-by-name", namespace: "shop", name: secret } as const;
        const reading = sampleReading({ subjects: [subjectAt("10.0.0.7")], topics: ["what-is-address"] });
        const question = { audience };
        const answer = keepVerified(
          composeFrom(sampleSituation({ question, reading, observations: [{ lookup, result }] })),
          audience,
        );
        expect(JSON.stringify(answer).includes(secret)).toBe(mayUse(audience, "live-cluster"));
      }),
    );
  });
});

function resultOf(status: "found" | "absent" | "unavailable", secret: string): LookupResult {
  const observedAt = "2026-11-23T09:00:00Z";
  if (status === "absent") return { status, observedAt };
  if (status === "unavailable") return { status, reason: `${secret} is closed` };
  return { status, observedAt, objects: [{ kind: "Pod", namespace: "shop", name: secret, holds: [], remarks: [] }] };
}
