import { describe, expect, test } from "@jest/globals";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import { recogniseFlows } from "../../../src/core/path/recognise-flow.ts";
import type { Topic } from "../../../src/core/question/topic.ts";

function flows(topics: readonly Topic[], ...texts: readonly string[]): FlowKind[] {
  return recogniseFlows(topics, texts).map(({ flow }) => flow);
}

describe("recogniseFlows", () => {
  test.each<[string, readonly Topic[], readonly string[], readonly FlowKind[]]>([
    [
      "talk of a cluster is mostly of Services",
      ["why-source"],
      ["calls between our apps come from 100.64.1.2"],
      ["pod-to-service"],
    ],
    ["how a name is found is no flow", ["how-it-works", "name-resolution"], ["how do pods find a service by name"], []],
    ["said in so many words", ["why-source"], ["pod -> service -> pod shows the host ip"], ["pod-to-service"]],
    [
      "a database in a peered network",
      ["why-source"],
      ["what does the RDS in the peered VPC see of our pods"],
      ["pod-to-vpc"],
    ],
    [
      "pods over the VPN leave the cluster",
      ["why-source"],
      ["what does on-prem see when pods call over the VPN"],
      ["pod-to-vpc"],
    ],
    ["people over the VPN come in", ["why-source"], ["which address do I have over the VPN"], ["through-vpn"]],
    [
      "what leaves for the internet",
      ["allow-outbound"],
      ["our partner wants our outgoing address"],
      ["pod-to-internet"],
    ],
    [
      "what a container sends out",
      ["allow-outbound"],
      ["which address do containers have on the internet"],
      ["container-to-internet"],
    ],
    [
      "a client behind a load balancer",
      ["client-address-lost"],
      ["behind our NLB every visitor looks alike"],
      ["internet-to-load-balancer"],
    ],
    ["a client behind an ingress", ["client-address-lost"], ["our ingress logs a node"], ["internet-to-ingress"]],
    ["a client of a node port", ["client-address-lost"], ["NodePort hides the client"], ["internet-to-node-port"]],
    [
      "a client nobody says more of",
      ["client-address-lost"],
      ["every visitor looks alike"],
      ["internet-to-load-balancer"],
    ],
    ["headers are about proxies", ["proxy-headers"], ["X-Forwarded-For is wrong"], ["internet-to-ingress"]],
    ["a pod's own Service", ["hairpin"], ["a pod cannot reach its own service"], ["hairpin"]],
    [
      "a pod's own load balancer",
      ["hairpin"],
      ["from a pod we cannot open our own service by its public name or LB"],
      ["hairpin-load-balancer"],
    ],
    ["behind a bastion", ["why-source"], ["which address does the server see behind the bastion"], ["through-bastion"]],
    ["behind a sidecar", ["why-source"], ["with the sidecar peers see loopback"], ["through-mesh"]],
    [
      "a container's visitors",
      ["client-address-lost"],
      ["docker compose: nginx logs the gateway for everybody"],
      ["host-port"],
    ],
    ["how it works, when something else is spoken of", ["how-it-works"], ["how do NodePorts work"], []],
    ["topics that no flow answers", ["overlap", "which-range"], ["do pods to service ranges overlap"], []],
    [
      "two topics, two flows",
      ["why-source", "allow-outbound"],
      ["pod to service, and what does the internet see"],
      ["pod-to-service", "pod-to-internet"],
    ],
    [
      "two topics, one flow",
      ["client-address-lost", "proxy-headers"],
      ["our ingress loses the client"],
      ["internet-to-ingress"],
    ],
  ])("%s", (_, topics, texts, expected) => {
    expect(flows(topics, ...texts)).toEqual(expected);
  });

  test("the newest message leads, and an earlier one speaks where it is silent", () => {
    expect(flows(["client-address-lost"], "and behind the ingress?", "our NLB hides the client")).toEqual([
      "internet-to-ingress",
    ]);
    expect(flows(["client-address-lost"], "why is the client lost?", "we use a NodePort")).toEqual([
      "internet-to-node-port",
    ]);
  });

  test("each recognition says by which words", () => {
    expect(recogniseFlows(["client-address-lost"], ["NodePort hides it"])[0]?.reason).toBe('"nodeport" speaks of it');
  });
});
