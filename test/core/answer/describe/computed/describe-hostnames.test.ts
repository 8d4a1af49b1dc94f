import { describe, expect, test } from "@jest/globals";
import { describeHostnames } from "../../../../../src/core/answer/describe/computed/describe-hostnames.ts";
import { addressAt } from "../../../../support/network-literals.ts";
import { sampleReading, sampleSituation } from "../../sample-situation.ts";

function hostnames(...names: readonly (readonly [name: string, encodes?: string])[]): string[] {
  const mentions = names.map(([name, encodes]) => ({
    value: { name, ...(encodes ? { encodes: addressAt(encodes) } : {}) },
    text: name,
    start: 0,
    end: name.length,
    reason: "a name",
  }));
  return describeHostnames(sampleSituation({ reading: sampleReading({ hostnames: mentions }) })).map(
    ({ text }) => text,
  );
}

describe("describeHostnames", () => {
  test("says which address a name spells out", () => {
    expect(hostnames(["ip-10-0-1-23.ec2.internal", "10.0.1.23"])).toEqual([
      "`ip-10-0-1-23.ec2.internal` spells out 10.0.1.23.",
    ]);
    expect(hostnames(["app.0--1.sslip.io", "::1"])[0]).toMatch(/spells out ::1\.$/);
  });

  test("a name that spells out nothing is left alone, and a list has an end", () => {
    expect(hostnames(["db.example.org"])).toEqual([]);
    const three = hostnames(
      ["db.example.org"],
      ["a.10-0-0-1.nip.io", "10.0.0.1"],
      ["b.10-0-0-2.nip.io", "10.0.0.2"],
      ["c.10-0-0-3.nip.io", "10.0.0.3"],
    );
    expect(three).toHaveLength(2);
    expect(three[0]).toContain("10.0.0.1");
  });
});
