import { describe, expect, test } from "@jest/globals";
import { formatCidr } from "../../../../src/core/network/cidr.ts";
import { findInListings } from "../../../../src/core/question/listing/find-in-listings.ts";
import type { ListingFinding } from "../../../../src/core/question/listing/listing-finding.ts";
import { kubernetesCases } from "./cases/kubernetes-cases.ts";
import { machineCases } from "./cases/machine-cases.ts";
import { trafficCases } from "./cases/traffic-cases.ts";

function tell({ as, asked, block, names, others }: ListingFinding): string {
  const isWider = block.prefixLength < asked.prefixLength && (as === "route" || /subnet|masquerade/.test(as));
  return `${as}${isWider ? ` ${formatCidr(block)}` : ""}: ${names.join(",")} /${others.map((other) => ` ${other}`).join(",")}`;
}

const find = (...messages: readonly string[]) => findInListings(messages).map(tell);

describe.each([
  ["what Kubernetes lists", kubernetesCases],
  ["what a machine lists", machineCases],
  ["what traffic leaves behind", trafficCases],
])("%s", (_, cases) => {
  test.each(cases)("%s", (_, message, expected) => {
    expect(find(message).slice(0, Math.max(1, expected.length))).toEqual(expected);
  });
});
