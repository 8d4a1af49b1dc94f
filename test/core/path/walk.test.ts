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
    expect(walkFlow("pod-to-service", [toPod])).toEqual({
      flow: "pod-to-service",
      hops: [
        { at: "sender", source: "pod", destination: "service" },
        { at: "on-the-way", source: "pod", destination: "pod" },
        { at: "receiver", source: "pod", destination: "pod" },
      ],
      receiverSees: "pod",
      decidedBy: toPod,
    });
  });

  test("what leaves the cluster carries what the fact says", () => {
    expect(walkFlow("pod-to-internet", [masquerade])?.receiverSees).toBe("node");
    expect(walkFlow("pod-to-internet", [rule("pod-to-internet")])?.receiverSees).toBe("pod");
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
    expect(walkFlow("pod-to-service", [special, usual, other])?.decidedBy).toBe(usual);
    expect(walkFlow("pod-to-service", [other, usual])?.decidedBy).toBe(other);
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
        expect(facts).toContain(walk.decidedBy);
        const { claim } = walk.decidedBy;
        if (claim.type !== "behaviour") throw new Error("only a behaviour can decide");
        expect(claim.flow).toBe(flow);
        const [sender, ...after] = walk.hops;
        for (const hop of after) {
          expect(hop.source).toBe(claim.sourceBecomes ?? sender?.source);
          expect(hop.destination).toBe(claim.destinationBecomes ?? sender?.destination);
        }
        expect(walk.hops.at(-1)).toMatchObject({ at: "receiver", source: walk.receiverSees });
      }),
    );
  });

  test("a receiver never sees a Service address as the source", () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyFact, { maxLength: 6 }), (flow, facts) => {
        expect(walkFlow(flow, facts)?.receiverSees).not.toBe("service");
      }),
    );
  });
});
