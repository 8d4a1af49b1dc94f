import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { BehaviourClaim, Fact } from "../../../src/core/knowledge/fact.ts";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import type { NetworkRole } from "../../../src/core/knowledge/network-role.ts";
import { walkFlow } from "../../../src/core/path/walk.ts";
import { rangeClaim, sampleFact } from "../../support/sample-knowledge.ts";
import { behaviour } from "../answer/sample-situation.ts";

function rule(flow: FlowKind, more: Partial<BehaviourClaim> = {}, name = "rule"): Fact {
  return sampleFact(`p/${name}`, { claim: behaviour(flow, more) });
}

const toPod = rule("pod-to-service", { destination: "rewritten", destinationBecomes: "pod" });
const masquerade = rule("pod-to-internet", { source: "rewritten", sourceBecomes: "node" });

describe("walkFlow", () => {
  test("a Service address is the destination at the sender, and the receiver sees pod and pod", () => {
    const walk = walkFlow("pod-to-service", [toPod]);
    expect(walk?.hops.map(({ after }) => [after.source.role, after.destination.role])).toEqual([
      ["pod", "service"],
      ["pod", "pod"],
      ["pod", "pod"],
    ]);
    expect(walk?.receiverSees.role).toBe("pod");
    expect(walk?.decidedBy).toEqual([toPod]);
  });

  test("what leaves the cluster carries what the fact says", () => {
    expect(walkFlow("pod-to-internet", [masquerade])?.receiverSees.role).toBe("node");
    expect(walkFlow("pod-to-internet", [rule("pod-to-internet")])?.receiverSees.role).toBe("pod");
  });

  test.each<[string, FlowKind, readonly Fact[]]>([
    ["no fact at all", "pod-to-service", []],
    ["facts of other flows", "pod-to-service", [masquerade]],
    ["a range is no behaviour", "pod-to-service", [sampleFact("p/pods", { claim: rangeClaim("pod", "10.0.0.0/8") })]],
    [
      "a fact under a setting that is not the default",
      "pod-to-service",
      [rule("pod-to-service", { when: "--masquerade-all" })],
    ],
    ["a flow whose start is not known", "through-mesh", [rule("through-mesh")]],
  ])("there is no walk with %s", (_, flow, facts) => {
    expect(walkFlow(flow, facts)).toBeUndefined();
  });

  test("the nearest fact that holds by default decides", () => {
    const special = rule("pod-to-service", { when: "--masquerade-all", source: "rewritten", sourceBecomes: "node" });
    const usual = rule("pod-to-service", { when: "by default" }, "usual");
    const other = rule("pod-to-service", {}, "other");
    expect(walkFlow("pod-to-service", [special, usual, other])?.decidedBy).toEqual([usual]);
    expect(walkFlow("pod-to-service", [other, usual])?.decidedBy).toEqual([other]);
  });
});

const anyFlow = fc.constantFrom<FlowKind>("pod-to-pod", "pod-to-service", "pod-to-internet", "hairpin", "node-to-pod");
const anyRole = fc.constantFrom<NetworkRole>("pod", "node", "load-balancer", "proxy", "egress");
const anyFact = fc
  .record({ flow: anyFlow, source: fc.option(anyRole), destination: fc.option(anyRole), isDefault: fc.boolean() })
  .map(({ flow, source, destination, isDefault }) =>
    rule(flow, {
      ...(isDefault ? {} : { when: "with --flag" }),
      ...(source ? { source: "rewritten", sourceBecomes: source } : {}),
      ...(destination ? { destination: "rewritten", destinationBecomes: destination } : {}),
    }),
  );

describe("whatever the facts", () => {
  test("nothing is rewritten on the way but what the deciding fact says", () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyFact, { maxLength: 6 }), (flow, facts) => {
        const walk = walkFlow(flow, facts);
        if (!walk) return;
        const [decider] = walk.decidedBy;
        expect(facts).toContain(decider);
        const claim = decider?.claim;
        if (claim?.type !== "behaviour") throw new Error("only a behaviour can decide");
        expect(claim.flow).toBe(flow);
        const [sender, ...after] = walk.hops;
        for (const hop of after) {
          expect(hop.after.source.role).toBe(claim.sourceBecomes ?? sender?.after.source.role);
          expect(hop.after.destination.role).toBe(claim.destinationBecomes ?? sender?.after.destination.role);
        }
        expect(walk.hops.at(-1)?.after.source).toBe(walk.receiverSees);
      }),
    );
  });

  test("a receiver never sees a Service address as the source", () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyFact, { maxLength: 6 }), (flow, facts) => {
        expect(walkFlow(flow, facts)?.receiverSees.role).not.toBe("service");
      }),
    );
  });
});
