import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { narrow, reader } from "./accounts.ts";
import { type KubernetesServer, startKubernetesServer } from "./kubernetes-server.ts";
import { readRecordedItems, readRecording } from "./recordings.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

async function get(path: string, token = reader.token, method = "GET") {
  const response = await fetch(`${server.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  return { code: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const list = z.object({ items: z.array(z.unknown()), metadata: z.object({ continue: z.string().optional() }) });
const parse = (text: string): unknown => JSON.parse(text);

describe("the stand-in answers as the recorded API server", () => {
  it.each([
    { path: "/api/v1/pods", recording: "pods" },
    { path: "/api/v1/pods?fieldSelector=status.podIP%3D10.244.1.20", recording: "pods-by-ip" },
    { path: "/api/v1/services", recording: "services" },
    { path: "/api/v1/nodes", recording: "nodes" },
    { path: "/apis/discovery.k8s.io/v1/endpointslices", recording: "endpointslices" },
    { path: "/apis/networking.k8s.io/v1/ipaddresses", recording: "ipaddresses" },
    { path: "/apis/networking.k8s.io/v1/servicecidrs", recording: "servicecidrs" },
    { path: "/version", recording: "version" },
    { path: "/apis", recording: "apis" },
  ])("to $path", async ({ path, recording }) => {
    const { code, text } = await get(path);
    expect(code).toBe(200);
    expect(parse(text)).toEqual(parse(readRecording(recording)));
  });

  it.each([
    { path: "/api/v1/nodes", token: "unknown", code: 401, recording: "nodes-401" },
    { path: "/api/v1/nodes", token: narrow.token, code: 403, recording: "nodes-403" },
  ])("$code to $token", async ({ path, token, code, recording }) => {
    const reply = await get(path, token);
    expect(reply.code).toBe(code);
    expect(parse(reply.text)).toEqual(parse(readRecording(recording)));
  });
});

describe("the stand-in keeps what was measured", () => {
  const items = (text: string) => list.parse(parse(text)).items;

  it("takes status.podIPs as a selector that selects nothing", async () => {
    const { code, text } = await get("/api/v1/pods?fieldSelector=status.podIPs%3D10.244.1.30");
    expect({ code, items: items(text) }).toEqual({ code: 200, items: [] });
  });

  it("does not take status.hostIP, nor spec.clusterIP when it is older", async () => {
    expect((await get("/api/v1/pods?fieldSelector=status.hostIP%3D192.168.10.11")).code).toBe(400);
    const byClusterIp = "/api/v1/services?fieldSelector=spec.clusterIP%3D10.96.12.34";
    expect(items((await get(byClusterIp)).text)).toHaveLength(1);
    server.behave({ older: true });
    expect((await get(byClusterIp)).code).toBe(400);
  });

  it("answers 404 in plain text for what the server lacks, as a Status for an object that is not there", async () => {
    const path = "/apis/networking.k8s.io/v1/ipaddresses/10.96.0.99";
    expect(parse((await get(path)).text)).toMatchObject({ kind: "Status", reason: "NotFound", code: 404 });
    server.behave({ older: true });
    expect(await get(path)).toEqual({ code: 404, type: "text/plain", text: "404 page not found\n" });
    expect((await get(path, narrow.token)).code).toBe(403);
  });

  it("gives one object with its kind, and one namespace's objects", async () => {
    const cart = readRecordedItems("services").find(({ metadata }) => metadata.name === "cart");
    expect(parse((await get("/api/v1/namespaces/shop/services/cart")).text)).toEqual({
      kind: "Service",
      apiVersion: "v1",
      ...cart,
    });
    expect(items((await get("/api/v1/namespaces/team-b/services", reader.token)).text)).toHaveLength(2);
    const slices =
      "/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices?labelSelector=kubernetes.io%2Fservice-name%3Dweb-v6";
    expect(items((await get(slices)).text)).toHaveLength(2);
  });

  it("cuts a list into pages", async () => {
    const first = parse((await get("/api/v1/pods?limit=4")).text);
    expect(first).toMatchObject({ metadata: { continue: expect.any(String), remainingItemCount: 2 } });
    const next = list.parse(first).metadata.continue;
    const second = await get(`/api/v1/pods?limit=4&continue=${next}`);
    expect(items(second.text)).toHaveLength(2);
    server.behave({ expiresContinue: true });
    expect((await get(`/api/v1/pods?limit=4&continue=${next}`)).code).toBe(410);
  });

  it("refuses to write and remembers that it was asked to", async () => {
    expect((await get("/api/v1/namespaces/shop/pods/cart-0", reader.token, "DELETE")).code).toBe(403);
    expect(server.attempts).toMatchObject([
      { verb: "delete", resource: "pods", namespace: "shop", name: "cart-0", code: 403 },
    ]);
  });
});
