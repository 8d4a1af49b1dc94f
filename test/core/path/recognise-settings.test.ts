import { describe, expect, test } from "@jest/globals";
import type { PlaceSettings } from "../../../src/core/knowledge/place-settings.ts";
import { recogniseSeen } from "../../../src/core/path/recognise-seen.ts";
import { recogniseSettings } from "../../../src/core/path/recognise-settings.ts";

type Settings = Partial<PlaceSettings>;

describe("recogniseSettings", () => {
  test.each<[string, Settings]>([
    ["externalTrafficPolicy is Local here", { externalTrafficPolicy: "Local" }],
    ["externalTrafficPolicy: Cluster", { externalTrafficPolicy: "Cluster" }],
    ["kube-proxy runs in ipvs mode", { dataplane: "ipvs" }],
    ["cilium with kubeProxyReplacement", { dataplane: "ebpf" }],
    ["we run without kube-proxy replacement", { dataplane: "iptables" }],
    ["PROXY protocol is on", { proxyProtocol: "on" }],
    ["proxy_protocol is off", { proxyProtocol: "off" }],
    ["no proxy protocol anywhere", { proxyProtocol: "off" }],
    ["AWS_VPC_K8S_CNI_EXTERNALSNAT=true", { masquerade: "off" }],
    ["natOutgoing: false in the pool", { masquerade: "off" }],
    ["nodes sit behind a NAT gateway", { egress: "nat-gateway" }],
    ["the pod has hostNetwork: true", { hostNetwork: "on" }],
    ["hostNetwork: false", {}],
    ["target-type: ip on the NLB", { targets: "pods" }],
    ["interceptionMode TPROXY", { mesh: "sidecar-transparent" }],
    ["a peered VPC", { network: "connected" }],
    ["nothing of the kind", {}],
  ])("%s", (text, said) => {
    expect(recogniseSettings([text])).toEqual({ said, asked: {} });
  });

  test.each<[string, Settings, Settings]>([
    ["what if we set externalTrafficPolicy: Local?", {}, { externalTrafficPolicy: "Local" }],
    ["externalTrafficPolicy: Local, would that help?", {}, { externalTrafficPolicy: "Local" }],
    ["kube-proxy replacement is on. Would DSR keep the client?", { dataplane: "ebpf" }, { nodePortReply: "direct" }],
    ["should we turn on PROXY protocol?", {}, { proxyProtocol: "on" }],
    ["which address will they see if we disable SNAT?", {}, { masquerade: "off" }],
    ["which address will the peered VPC see?", { network: "connected" }, {}],
  ])("a change that is asked about is not how it is: %s", (text, said, asked) => {
    expect(recogniseSettings([text])).toEqual({ said, asked });
  });

  test("the newest message leads, and earlier ones say the rest", () => {
    const texts = ["externalTrafficPolicy is Local now", "externalTrafficPolicy: Cluster, PROXY protocol is on"];
    expect(recogniseSettings(texts).said).toEqual({ externalTrafficPolicy: "Local", proxyProtocol: "on" });
    expect(recogniseSettings(["what if we set policy Local?", "externalTrafficPolicy: Cluster"])).toEqual({
      said: { externalTrafficPolicy: "Cluster" },
      asked: { externalTrafficPolicy: "Local" },
    });
  });
});

describe("recogniseSeen", () => {
  test.each([
    ["calls show the *host* ip as source", "node"],
    ["the app sees a node's address", "node"],
    ["it logs the load balancer's IP", "load-balancer"],
    ["the pod address stays", undefined],
    ["open port 80 on the node", undefined],
  ])("%s", (text, role) => {
    expect(recogniseSeen([text])).toBe(role);
  });
});
