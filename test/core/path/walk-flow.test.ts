import { describe, expect, test } from "@jest/globals";
import type { BehaviourClaim, Fact } from "../../../src/core/knowledge/fact.ts";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import type { Hop } from "../../../src/core/path/hop.ts";
import { type Place, usualPlace } from "../../../src/core/path/place.ts";
import { isWalk, type Walk } from "../../../src/core/path/walk.ts";
import { walkFlow } from "../../../src/core/path/walk-flow.ts";
import { rangeClaim, sampleFact } from "../../support/sample-knowledge.ts";
import { behaviour } from "../answer/sample-situation.ts";

function rule(flow: FlowKind, more: Partial<BehaviourClaim> = {}, name = "rule"): Fact {
  return sampleFact(`p/${name}`, { claim: behaviour(flow, more) });
}

function follow(flow: FlowKind, facts: readonly Fact[], place: Partial<Place> = {}): Walk {
  const walk = walkFlow(flow, { ...usualPlace, ...place }, facts);
  if (!isWalk(walk)) throw new Error(walk.reason);
  return walk;
}

function packets(hops: readonly Hop[]): string[] {
  return hops.map(({ label, after: { source, destination } }) => `${label}: ${source.role} > ${destination.role}`);
}

const toPod: Partial<BehaviourClaim> = { destination: "rewritten", destinationBecomes: "pod" };
const fromNode: Partial<BehaviourClaim> = { source: "rewritten", sourceBecomes: "node" };
const serviceToPod = rule("pod-to-service", toPod);
const masquerade = rule("pod-to-internet", fromNode);

describe("walkFlow", () => {
  test("a Service address is the destination at the sender, and the reply comes from it again", () => {
    const walk = follow("pod-to-service", [serviceToPod]);
    expect(packets(walk.hops)).toEqual([
      "calling pod: pod > service",
      "node of the calling pod: pod > pod",
      "called pod: pod > pod",
    ]);
    expect(packets(walk.replies)).toEqual([
      "called pod: pod > pod",
      "node of the calling pod: service > pod",
      "calling pod: service > pod",
    ]);
    expect(walk.receiverSees).toEqual({ role: "pod", owner: "sender" });
    expect(walk.decidedBy).toEqual([serviceToPod]);
  });

  test("the client gets lost where a node takes the packet, and not where it keeps to its own pods", () => {
    const facts = [
      rule(
        "internet-to-node-port",
        { ...toPod, ...fromNode, under: { externalTrafficPolicy: ["Cluster"] } },
        "cluster",
      ),
      rule("internet-to-node-port", { ...toPod, under: { externalTrafficPolicy: ["Local"] } }, "local"),
    ];
    expect(packets(follow("internet-to-node-port", facts).hops)).toEqual([
      "client: client > node",
      "node that takes the packet: node > pod",
      "node of the called pod: node > pod",
      "called pod: node > pod",
    ]);
    expect(packets(follow("internet-to-node-port", facts, { externalTrafficPolicy: "Local" }).hops)).toEqual([
      "client: client > node",
      "node that takes the packet: client > pod",
      "called pod: client > pod",
    ]);
  });

  test("with direct server return the pod's node answers in the name of the node that took the packet", () => {
    const dsr = rule("internet-to-node-port", { ...toPod, under: { nodePortReply: ["direct"] } });
    const walk = follow("internet-to-node-port", [dsr], { nodePortReply: "direct" });
    expect(packets(walk.replies)).toEqual([
      "called pod: pod > client",
      "node of the called pod: node > client",
      "client: node > client",
    ]);
  });

  test("what leaves through a NAT gateway is rewritten twice", () => {
    const gateway = rule(
      "pod-to-internet",
      { source: "rewritten", sourceBecomes: "gateway", at: "nat-gateway", under: { egress: ["nat-gateway"] } },
      "gateway",
    );
    const walk = follow("pod-to-internet", [gateway, masquerade], { egress: "nat-gateway" });
    expect(walk.hops.map(({ after }) => after.source.role)).toEqual(["pod", "node", "gateway", "gateway"]);
    expect(walk.replies.map(({ after }) => after.destination.role)).toEqual(["gateway", "node", "pod", "pod"]);
    expect(walk.decidedBy).toEqual([masquerade, gateway]);
  });

  test("a pod with the node's network needs no rewriting on the way out", () => {
    const walk = follow("pod-to-internet", [masquerade], { hostNetwork: "on" });
    expect(walk.receiverSees).toEqual({ role: "node", owner: "sender" });
    expect(walk.decidedBy).toEqual([]);
  });

  test("a proxy tells whom it sees: the client, or whoever hid the client before", () => {
    const proxy = rule("internet-to-ingress", {
      ...toPod,
      source: "rewritten",
      sourceBecomes: "proxy",
      under: { ingress: ["in-cluster"] },
      clientIn: ["X-Forwarded-For"],
    });
    const hidden = rule("internet-to-load-balancer", { ...toPod, ...fromNode }, "hidden");
    const kept = rule("internet-to-load-balancer", toPod, "kept");
    const place = { loadBalancer: "on-node" } as const;
    expect(follow("internet-to-ingress", [proxy, hidden], place).clientIn.map(({ tells }) => tells.role)).toEqual([
      "node",
    ]);
    expect(follow("internet-to-ingress", [proxy, kept], place).clientIn.map(({ tells }) => tells.role)).toEqual([
      "client",
    ]);
  });

  test("an ingress controller in the cluster takes the packet at its own pod and sends it on to the called one", () => {
    const proxy = rule("internet-to-ingress", {
      ...toPod,
      source: "rewritten",
      sourceBecomes: "proxy",
      under: { ingress: ["in-cluster"] },
    });
    const { hops } = follow("internet-to-ingress", [proxy, rule("internet-to-load-balancer", toPod)], {
      loadBalancer: "on-node",
    });
    expect(hops.map(({ label, after }) => [label, after.destination.role, after.destination.owner])).toEqual([
      ["client", "load-balancer", "between"],
      ["node that takes the packet", "pod", "between"],
      ["node of the ingress controller", "pod", "between"],
      ["ingress controller", "pod", "receiver"],
      ["called pod", "pod", "receiver"],
    ]);
  });

  test("the PROXY protocol carries the client past what hides it", () => {
    const balancer = rule(
      "internet-to-load-balancer",
      {
        source: "rewritten",
        sourceBecomes: "load-balancer",
        destination: "rewritten",
        destinationBecomes: "node",
        at: "load-balancer",
        clientIn: ["PROXY protocol"],
      },
      "balancer",
    );
    const node = rule("internet-to-load-balancer", { ...toPod, ...fromNode, at: "node" }, "node");
    const walk = follow("internet-to-load-balancer", [balancer, node], { loadBalancer: "proxy" });
    expect(walk.clientIn).toMatchObject([
      { carrier: "proxy-protocol", names: ["PROXY protocol"], tells: { role: "client" }, putBy: "load-balancer" },
    ]);
  });

  test.each<[string, FlowKind, readonly Fact[]]>([
    ["no fact at all", "pod-to-service", []],
    ["facts of other flows", "pod-to-service", [masquerade]],
    ["a range is no behaviour", "pod-to-service", [sampleFact("p/pods", { claim: rangeClaim("pod", "10.0.0.0/8") })]],
    ["a fact for another setting", "pod-to-service", [rule("pod-to-service", { ...toPod, when: "--masquerade-all" })]],
    ["a fact for another hop", "pod-to-service", [rule("pod-to-service", { ...toPod, at: "sidecar" })]],
    ["a fact that leaves the Service's address", "pod-to-service", [rule("pod-to-service")]],
  ])("undecided with %s", (_, flow, facts) => {
    const walk = walkFlow(flow, usualPlace, facts);
    expect(isWalk(walk)).toBe(false);
    expect(walk).toMatchObject({ flow, undecidedAt: "node", reason: expect.stringMatching(/^no fact says/) });
  });

  test("the nearest fact that holds decides", () => {
    const special = rule("pod-to-service", { ...toPod, ...fromNode, when: "--masquerade-all" });
    const usual = rule("pod-to-service", { ...toPod, when: "by default" }, "usual");
    const other = rule("pod-to-service", toPod, "other");
    expect(follow("pod-to-service", [special, usual, other]).decidedBy).toEqual([usual]);
    expect(follow("pod-to-service", [other, usual]).decidedBy).toEqual([other]);
  });

  test("a fact about one flow counts for others it says it is for", () => {
    const everywhere = rule("pod-to-internet", { ...fromNode, alsoFor: ["pod-to-vpc"] });
    expect(follow("pod-to-vpc", [everywhere]).receiverSees.role).toBe("node");
    expect(isWalk(walkFlow("pod-to-node", usualPlace, [everywhere]))).toBe(false);
  });
});
