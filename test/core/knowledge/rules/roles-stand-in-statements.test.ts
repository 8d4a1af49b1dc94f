import { describe, expect, it } from "@jest/globals";
import type { Claim } from "../../../../src/core/knowledge/fact.ts";
import { rolesStandInStatements } from "../../../../src/core/knowledge/rules/roles-stand-in-statements.ts";
import {
  addressClaim,
  rangeClaim,
  sampleFact,
  sampleProduct,
  sampleReview,
} from "../../../support/sample-knowledge.ts";

const judge = (claim: Claim, statement: string, name = "a") => {
  const facts = [sampleFact(`p/${name}`, { statement, claim })];
  return rolesStandInStatements.judge(
    sampleReview({ products: [sampleProduct("p", { name: "Acme Service", facts })] }),
  );
};
const range = (role: "pod" | "service" | "node" | "vpn") => rangeClaim(role, "10.8.0.0/16");

describe("roles-stand-in-statements", () => {
  it.each<[string, Claim, string, string]>([
    ["a role in its own words", range("pod"), "Pods get 10.8.0.0/16, Services another range.", "a"],
    [
      "a role that only the fact's name says",
      range("service"),
      "Taken from the range given to the DNS add-on.",
      "services",
    ],
    ["a role in other words", range("pod"), "Containers get 10.8.0.0/16 on all nodes.", "a"],
    ["a statement that speaks of no role", range("service"), "10.8.0.0/16 unless told otherwise.", "a"],
    ["a role that has no words of its own", range("vpn"), "Nodes get 10.8.0.0/16.", "a"],
    [
      "a claim without figures",
      { type: "range", role: "pod", status: "default", cidrs: [], rule: "x" },
      "Nodes differ.",
      "a",
    ],
  ])("passes %s", (_name, claim, statement, name) => {
    expect(judge(claim, statement, name)).toEqual([]);
  });

  it.each<[string, Claim, string]>([
    ["service", range("service"), "Pods get addresses from 10.8.0.0/16."],
    ["pod", range("pod"), "Service addresses come from 10.8.0.0/16."],
    ["metadata", addressClaim("metadata", "10.8.0.10"), "10.8.0.10 is the cluster's DNS."],
    ["dns", addressClaim("dns", "10.8.0.10"), "10.8.0.10 answers with metadata."],
  ])("names a role %s that the statement does not speak of", (value, claim, statement) => {
    expect(judge(claim, statement)).toMatchObject([{ subject: { kind: "product", id: "p", fact: "p/a" }, value }]);
  });

  it("does not take the product's name for a word about its role", () => {
    expect(judge(range("service"), "Acme Service gives pods 10.8.0.0/16.")).toHaveLength(1);
  });

  it.each<[string, Claim]>([
    ["pods", range("vpn")],
    ["services-ipv6", range("pod")],
    ["metadata", addressClaim("dns", "10.8.0.10")],
  ])("names a role that a fact called %s does not have", (name, claim) => {
    expect(judge(claim, "10.8.0.0/16 unless told otherwise.", name)).toMatchObject([
      { subject: { fact: `p/${name}` } },
    ]);
  });

  it("lets a VPN call its members nodes", () => {
    expect(judge(range("vpn"), "10.8.0.0/16 unless told otherwise.", "nodes")).toEqual([]);
  });
});
