import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type KubernetesServer, startKubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import { connect, holderOf, lookUpOne, observedAt } from "./cluster-fixture.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

const pod = (namespace: string, name: string, holds: string[], remarks: string[]) => ({
  kind: "Pod",
  namespace,
  name,
  holds,
  remarks,
});
const service = (namespace: string, name: string, holds: string[], remarks: string[]) => ({
  ...pod(namespace, name, holds, remarks),
  kind: "Service",
});
const node = (name: string, holds: string[], remarks: string[]) => ({ kind: "Node", name, holds, remarks });

const running = pod("shop", "cart-0", ["10.244.1.20"], ["on node worker-1"]);
const finished = pod("team-b", "job-done", ["10.244.1.20"], ["finished", "on node worker-1"]);
const dualStack = pod("shop", "web-1", ["10.244.2.31", "fd00:10:244:2::31"], ["on node worker-2"]);
const agent = pod("team-b", "hostnet-agent", ["192.168.10.12"], ["host network", "on node worker-2"]);
const webV6 = service("shop", "web-v6", ["10.96.85.254", "fd00:10:96::129d"], ["cluster IP", "type ClusterIP"]);
const balanced = ["10.96.200.1", "203.0.113.70", "203.0.113.77"];
const webLb = (role: string) => service("shop", "web-lb", balanced, [role, "type LoadBalancer"]);
const manual = service("team-b", "manual", ["10.96.77.7"], ["cluster IP", "type ClusterIP", "no selector"]);
const worker1 = (role: string) => node("worker-1", ["192.168.10.11", "203.0.113.11"], [role]);
const worker2 = node("worker-2", ["192.168.10.12"], ["internal IP"]);

const holders = [
  { what: "a running pod before the finished one that had it", address: "10.244.1.20", objects: [running, finished] },
  { what: "a dual-stack pod by its first address", address: "10.244.2.31", objects: [dualStack] },
  { what: "a dual-stack pod by its second address", address: "fd00:10:244:2::31", objects: [dualStack] },
  { what: "the same, written in another way", address: "FD00:0010:0244:0002:0:0:0:31", objects: [dualStack] },
  { what: "a node and its host-network pod", address: "192.168.10.12", objects: [worker2, agent] },
  { what: "a node alone", address: "192.168.10.11", objects: [worker1("internal IP")] },
  { what: "a node by its external IP", address: "203.0.113.11", objects: [worker1("external IP")] },
  { what: "a Service by its second cluster IP", address: "fd00:10:96::129d", objects: [webV6] },
  { what: "a Service without a selector", address: "10.96.77.7", objects: [manual] },
  { what: "a LoadBalancer Service by its cluster IP", address: "10.96.200.1", objects: [webLb("cluster IP")] },
  { what: "the same by its load balancer", address: "203.0.113.70", objects: [webLb("load balancer address")] },
  { what: "the same by its external IP", address: "203.0.113.77", objects: [webLb("external IP")] },
];

describe("the holder of an address", () => {
  it.each(holders)("is $what", async ({ address, objects }) => {
    const result = await lookUpOne(await connect(server), holderOf(address));
    expect(result).toEqual({ status: "found", objects, observedAt });
  });

  it.each(holders)("is $what, on a server without IPAddress objects", async ({ address, objects }) => {
    server.behave({ older: true });
    const result = await lookUpOne(await connect(server), holderOf(address));
    expect(result).toEqual({ status: "found", objects, observedAt });
  });

  it.each(holders)("is $what, on a server that cannot select by status", async ({ address, objects }) => {
    server.behave({ withoutSelectors: true });
    const result = await lookUpOne(await connect(server), holderOf(address));
    expect(result).toEqual({ status: "found", objects, observedAt });
  });

  it("is absent where no object has the address", async () => {
    const result = await lookUpOne(await connect(server), holderOf("198.51.100.1"));
    expect(result).toEqual({ status: "absent", observedAt });
  });

  it.each([
    { address: "10.244.1.99", range: "10.244.1.0/24", name: "worker-1" },
    { address: "fd00:10:244:2::99", range: "fd00:10:244:2::/64", name: "worker-2" },
  ])("is absent with the node whose pod range has $address", async ({ address, range, name }) => {
    const caveat =
      `${address} is in ${range}, from which node ${name} gives its pods addresses: ` +
      "an earlier pod may have had it, or the network plug-in itself has it.";
    expect(await lookUpOne(await connect(server), holderOf(address))).toEqual({ status: "absent", observedAt, caveat });
  });

  it("is skipped for what is no address, without a request", async () => {
    const result = await lookUpOne(await connect(server), holderOf("10.0.0.300"));
    expect(result).toEqual({ status: "skipped", reason: "10.0.0.300 is not an IP address" });
    expect(server.attempts).toEqual([]);
  });

  it("is a pod's second IPv4 address too, where IPv6 comes first", async () => {
    server.put("pods", {
      metadata: { name: "six-first", namespace: "shop" },
      status: {
        phase: "Running",
        podIP: "fd00:10:244:1::66",
        podIPs: [{ ip: "fd00:10:244:1::66" }, { ip: "10.244.1.66" }],
      },
    });
    const objects = [pod("shop", "six-first", ["fd00:10:244:1::66", "10.244.1.66"], [])];
    const lookUp = await connect(server);
    const results = await lookUp([holderOf("fd00:10:244:1::66"), holderOf("10.244.1.66")]);
    expect(results).toEqual([1, 2].map(() => ({ status: "found", objects, observedAt })));
  });

  it("names a running pod first, whatever the order of the list", async () => {
    for (const [name, phase] of [
      ["a-failed", "Failed"],
      ["b-running", "Running"],
    ] as const) {
      const status = { phase, podIP: "10.244.1.68", podIPs: [{ ip: "10.244.1.68" }] };
      server.put("pods", { metadata: { name, namespace: "shop" }, status });
    }
    const objects = [
      pod("shop", "b-running", ["10.244.1.68"], []),
      pod("shop", "a-failed", ["10.244.1.68"], ["finished"]),
    ];
    const result = await lookUpOne(await connect(server), holderOf("10.244.1.68"));
    expect(result).toEqual({ status: "found", objects, observedAt });
  });

  it("is a node and its host-network pods by an IPv6 address too, their second one", async () => {
    const both = ["192.168.10.13", "fd00:192:168:10::13"];
    const addresses = both.map((address) => ({ type: "InternalIP", address }));
    server.put("nodes", { metadata: { name: "worker-3" }, status: { addresses } });
    server.put("pods", {
      metadata: { name: "agent-3", namespace: "team-b" },
      spec: { nodeName: "worker-3", hostNetwork: true },
      status: { phase: "Running", podIP: both[0], podIPs: both.map((ip) => ({ ip })) },
    });
    const agent3 = pod("team-b", "agent-3", both, ["host network", "on node worker-3"]);
    const objects = [node("worker-3", both, ["internal IP"]), agent3];
    const result = await lookUpOne(await connect(server), holderOf("fd00:192:168:10::13"));
    expect(result).toEqual({ status: "found", objects, observedAt });
  });

  it("tells of a pod that is being deleted", async () => {
    server.put("pods", {
      metadata: { name: "going", namespace: "shop", deletionTimestamp: "2026-11-23T04:00:00Z" },
      spec: { nodeName: "worker-1" },
      status: { phase: "Running", podIP: "10.244.1.67", podIPs: [{ ip: "10.244.1.67" }] },
    });
    const objects = [pod("shop", "going", ["10.244.1.67"], ["being deleted", "on node worker-1"])];
    expect(await lookUpOne(await connect(server), holderOf("10.244.1.67"))).toEqual({
      status: "found",
      objects,
      observedAt,
    });
  });

  it("asks for a cluster IP's Service by name and leaves the list of Services alone", async () => {
    await lookUpOne(await connect(server), holderOf("10.96.12.34"));
    const asked = server.attempts.map(({ verb, resource }) => `${verb} ${resource}`);
    expect(asked.sort()).toEqual(["get ipaddresses", "get services", "list nodes", "list pods"]);
  });

  it("names the Service of an IPAddress even if the Service may not be read", async () => {
    server.behave({ refuses: ["services"] });
    const objects = [service("shop", "cart", ["10.96.12.34"], ["cluster IP"])];
    expect(await lookUpOne(await connect(server), holderOf("10.96.12.34"))).toEqual({
      status: "found",
      objects,
      observedAt,
    });
  });
});

describe("long lists", () => {
  const addPods = (count: number) => {
    for (let i = 0; i < count; i++) {
      const ips = [`10.245.${i >> 8}.${i & 255}`, `fd00:10:245::${i.toString(16)}`];
      server.put("pods", {
        metadata: { name: `many-${i}`, namespace: "shop" },
        status: { phase: "Running", podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) },
      });
    }
  };
  const listsOfAllPods = () =>
    server.attempts.filter(({ resource, query }) => resource === "pods" && !query.has("fieldSelector"));

  it("are read page by page to the end", async () => {
    addPods(700);
    const objects = [pod("shop", "many-699", ["10.245.2.187", "fd00:10:245::2bb"], [])];
    const result = await lookUpOne(await connect(server), holderOf("fd00:10:245::2bb"));
    expect(result).toEqual({ status: "found", objects, observedAt });
    expect(listsOfAllPods().map(({ query }) => query.get("continue"))).toEqual([null, "500"]);
  });

  it("are read once for all lookups of a set", async () => {
    const lookUp = await connect(server);
    await lookUp(["fd00::1", "fd00::2", "fd00::3", "203.0.113.1", "203.0.113.2"].map(holderOf));
    const lists = ["pods", "nodes", "services"].map(
      (plural) =>
        server.attempts.filter(
          (made) => made.verb === "list" && made.resource === plural && !made.query.has("fieldSelector"),
        ).length,
    );
    expect(lists).toEqual([1, 1, 1]);
  });

  it("are cut after 2,000 objects, and the result says so", async () => {
    addPods(2_100);
    const result = await lookUpOne(await connect(server), holderOf("fd00:10:246::1"));
    expect(result).toEqual({ status: "absent", observedAt, caveat: "Only the first 2000 pods were compared." });
    expect(listsOfAllPods()).toHaveLength(4);
  });

  it("that expire while they are read (410) count as far as they were read", async () => {
    addPods(700);
    server.behave({ expiresContinue: true });
    const lookUp = await connect(server);
    const [early, late] = await lookUp([holderOf("fd00:10:244:2::31"), holderOf("fd00:10:245::2bb")]);
    expect(early).toEqual({ status: "found", objects: [dualStack], observedAt });
    expect(late).toEqual({ status: "absent", observedAt, caveat: "Only the first 500 pods were compared." });
  });
});
