import { describe, expect, test } from "@jest/globals";
import { describeAllowlist } from "../../../../../src/core/answer/describe/meanings/describe-allowlist.ts";
import type { Topic } from "../../../../../src/core/question/topic.ts";
import { named, sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

function allowlist(topics: readonly Topic[], products: readonly string[], ...addresses: readonly string[]): string[] {
  const subjects = addresses.map((address) => subjectAt(address));
  const reading = sampleReading({ topics, products: products.map((id) => named(id)), subjects });
  return describeAllowlist(sampleSituation({ reading })).map((piece) => piece.text);
}

describe("describeAllowlist", () => {
  test("names the documented pod range, and that it is only a default", () => {
    for (const addresses of [["100.64.3.7"], []]) {
      const [step = "", ...others] = allowlist(["allow-inbound"], ["harbour"], ...addresses);
      expect(step).toMatch(/allow 100\.64\.0\.0\/15, .*default/);
      expect(others).toEqual([]);
    }
  });

  test.each<[string, readonly Topic[], readonly string[]]>([
    ["nobody asks what to allow", ["which-range"], ["harbour"]],
    ["nobody says where it runs", ["allow-inbound"], []],
    ["the product has no pod range", ["allow-inbound"], ["tailnet"]],
  ])("says nothing where %s", (_, topics, products) => {
    expect(allowlist(topics, products, "100.64.3.7")).toEqual([]);
  });

  test("never offers a Service range, which no caller comes from", () => {
    for (const step of allowlist(["allow-inbound"], ["harbour"], "10.32.0.9")) expect(step).not.toMatch(/10\.32\./);
  });
});
