import { describe, expect, it } from "@jest/globals";
import { renderPng } from "../../../src/adapters/image/render-png.ts";
import { startHttpServer } from "../../../src/surfaces/http/start-http-server.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { noEntities, startServer } from "./start-server.ts";

const parts = {
  explain: async () => ({ answer: sampleAnswer(), entities: noEntities() }),
  renderings: { slack: () => ({ text: "", blocks: [] }), forum: () => "", terminal: () => "" },
  renderPng,
  isReady: async () => ({ ready: true, reasons: [] }),
  surfaces: [],
  log: () => {},
};

describe("startHttpServer", () => {
  it("listens on the loopback address only, unless told otherwise, and says where", async () => {
    const server = await startHttpServer({ port: 0 }, parts);
    try {
      expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    } finally {
      await server.close();
    }
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it.each([
    ["a taken port", async () => ({ host: "127.0.0.1", port: Number(new URL((await startServer()).url).port) })],
    ["an address of another machine", async () => ({ host: "192.0.2.1", port: 0 })],
  ])("says what is wrong with %s, and what to do", async (_name, settings) => {
    const { host, port } = await settings();
    await expect(startHttpServer({ host, port }, parts)).rejects.toMatchObject({
      code: "port-unavailable",
      message: expect.stringContaining(`${host}, port ${port}`),
      remedy: expect.stringContaining("EXPLAIN_IP_PORT"),
    });
  });
});

describe("health", () => {
  it("is up even when it is not ready", async () => {
    const server = await startServer({
      isReady: async () => ({ ready: false, reasons: ["The store does not answer."] }),
    });
    expect((await server.get("/healthz")).status).toBe(200);
    const ready = await server.get("/readyz");
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, reasons: ["The store does not answer."] });
  });

  it("is ready when it can take questions", async () => {
    const ready = await (await startServer()).get("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, reasons: [] });
  });

  it("is not ready when that cannot be found out", async () => {
    const server = await startServer({ isReady: () => Promise.reject(new Error("gone")) });
    expect((await server.get("/readyz")).status).toBe(500);
  });
});

describe("security headers", () => {
  it.each(["/", "/page.js", "/healthz", "/nothing", "/v1/schema.json"])("stand on %s", async (path) => {
    const { headers } = await (await startServer()).get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-powered-by")).toBeNull();
  });
});
