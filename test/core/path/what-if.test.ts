import { describe, expect, test } from "@jest/globals";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import type { Place } from "../../../src/core/path/place.ts";
import { settlePlace } from "../../../src/core/path/settle-place.ts";
import { isWalk } from "../../../src/core/path/walk.ts";
import { walkFlow } from "../../../src/core/path/walk-flow.ts";
import { whatIf } from "../../../src/core/path/what-if.ts";
import { shippedFacts } from "./shipped-facts.ts";

function ask(product: string, flow: FlowKind, change: Partial<Place>, said: Partial<Place> = {}): string {
  const facts = shippedFacts(product);
  const walk = walkFlow(flow, settlePlace(flow, said, facts), facts);
  if (!isWalk(walk)) throw new Error(walk.reason);
  return whatIf(walk, change).sentence;
}

describe("whatIf", () => {
  test.each<[string, FlowKind, Partial<Place>, Partial<Place>, string]>([
    [
      "kubernetes",
      "internet-to-node-port",
      { externalTrafficPolicy: "Local" },
      {},
      "With `externalTrafficPolicy: Local`, the called pod sees the client's address instead of the node's address.",
    ],
    [
      "kubernetes",
      "internet-to-load-balancer",
      { proxyProtocol: "on" },
      { loadBalancer: "proxy" },
      "With the PROXY protocol on, the called pod still sees the node's address, but the PROXY protocol tells the client's address.",
    ],
    [
      "ingress-nginx",
      "internet-to-ingress",
      { externalTrafficPolicy: "Local" },
      {},
      "With `externalTrafficPolicy: Local`, the called pod still sees the proxy's address, but `X-Forwarded-For` tells the client's address.",
    ],
    [
      "calico",
      "pod-to-internet",
      { masquerade: "off" },
      {},
      "With masquerading off for this destination, the server on the internet sees the calling pod's own address instead of the node's address.",
    ],
    [
      "calico",
      "pod-to-internet",
      { hostNetwork: "on", masquerade: "off" },
      {},
      "With masquerading off for this destination and with `hostNetwork: true`, the server on the internet sees the calling pod's own address instead of the node's address.",
    ],
    [
      "kubernetes",
      "pod-to-service",
      { dataplane: "ebpf" },
      {},
      "With an eBPF data plane in place of kube-proxy, nothing we know says what the receiver would see: no fact says what happens at the socket of the calling pod.",
    ],
  ])("%s, %s, %j", (product, flow, change, said, sentence) => {
    expect(ask(product, flow, change, said)).toBe(sentence);
  });

  test("a change that changes nothing says so", () => {
    expect(ask("kubernetes", "pod-to-service", { externalTrafficPolicy: "Local" })).toBe(
      "With `externalTrafficPolicy: Local`, the called pod still sees the calling pod's own address.",
    );
  });
});
