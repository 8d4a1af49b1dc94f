import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type KubernetesServer, startKubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import { connect, lookUpOne, observedAt, serviceNamed } from "./cluster-fixture.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

const balanced = ["10.96.200.1", "203.0.113.70", "203.0.113.77"];

describe("the Service behind a host name", () => {
  it.each([
    { path: "shop/cart", holds: ["10.96.12.34"], remarks: ["type ClusterIP", "2 ready endpoints"] },
    { path: "shop/cart-headless", holds: [], remarks: ["headless", "2 ready endpoints"] },
    { path: "shop/web-lb", holds: balanced, remarks: ["type LoadBalancer", "2 ready endpoints"] },
    {
      path: "shop/web-v6",
      holds: ["10.96.85.254", "fd00:10:96::129d"],
      remarks: ["type ClusterIP", "2 ready endpoints"],
    },
    { path: "team-b/legacy-db", holds: [], remarks: ["ExternalName for db.example.internal"] },
    { path: "team-b/manual", holds: ["10.96.77.7"], remarks: ["type ClusterIP", "no selector", "1 ready endpoint"] },
    {
      path: "default/kubernetes",
      holds: ["10.96.0.1"],
      remarks: ["type ClusterIP", "no selector", "no ready endpoints"],
    },
  ])("$path has $holds and is: $remarks", async ({ path, holds, remarks }) => {
    const [namespace, name] = path.split("/");
    const objects = [{ kind: "Service", namespace, name, holds, remarks }];
    expect(await lookUpOne(await connect(server), serviceNamed(path))).toEqual({
      status: "found",
      objects,
      observedAt,
    });
  });

  it("has the name of a load balancer that has no address, and its node ports' type", async () => {
    server.put("services", {
      metadata: { name: "named-lb", namespace: "shop" },
      spec: { type: "LoadBalancer", clusterIP: "10.96.1.1", selector: { app: "web" } },
      status: { loadBalancer: { ingress: [{ hostname: "lb-1.example.com" }] } },
    });
    const remarks = ["type LoadBalancer", "load balancer name lb-1.example.com", "no ready endpoints"];
    const objects = [{ kind: "Service", namespace: "shop", name: "named-lb", holds: ["10.96.1.1"], remarks }];
    expect(await lookUpOne(await connect(server), serviceNamed("shop/named-lb"))).toEqual({
      status: "found",
      objects,
      observedAt,
    });
  });

  it("has an endpoint whose readiness is not told among its ready ones", async () => {
    server.put("endpointslices", {
      metadata: { name: "cart-by-hand", namespace: "shop", labels: { "kubernetes.io/service-name": "cart" } },
      addressType: "IPv4",
      endpoints: [{ addresses: ["192.0.2.60"] }, { addresses: ["192.0.2.61"], conditions: { ready: false } }],
    });
    const result = await lookUpOne(await connect(server), serviceNamed("shop/cart"));
    expect(result).toMatchObject({ objects: [{ remarks: ["type ClusterIP", "3 ready endpoints"] }] });
  });

  it.each(["shop/nobody", "no-such-namespace/cart"])("%s is absent", async (path) => {
    expect(await lookUpOne(await connect(server), serviceNamed(path))).toEqual({ status: "absent", observedAt });
  });

  it.each(["shop/Not_A_Name", "shop/..", "../cart", `shop/${"a".repeat(64)}`, "shop/"])(
    "%s is skipped without a request",
    async (path) => {
      const result = await lookUpOne(await connect(server), serviceNamed(path));
      expect(result.status).toBe("skipped");
      expect(server.attempts).toEqual([]);
    },
  );

  it("is found without its endpoints where those may not be read", async () => {
    server.behave({ refuses: ["endpointslices"] });
    const objects = [
      { kind: "Service", namespace: "shop", name: "cart", holds: ["10.96.12.34"], remarks: ["type ClusterIP"] },
    ];
    expect(await lookUpOne(await connect(server), serviceNamed("shop/cart"))).toEqual({
      status: "found",
      objects,
      observedAt,
    });
  });

  it("is found by an account of its namespace, and unavailable in another", async () => {
    const lookUp = await connect(server, "narrow-token");
    const [own, other] = await lookUp([serviceNamed("shop/cart"), serviceNamed("team-b/manual")]);
    expect(own).toMatchObject({ status: "found", objects: [{ name: "cart", holds: ["10.96.12.34"] }] });
    expect(other).toEqual({
      status: "unavailable",
      reason:
        "the bot's account may not get services (403) (bind the bot's account to the ClusterRole in deploy/rbac.yaml)",
    });
  });
});
