import { connect } from "node:net";
import { describe, expect, it } from "@jest/globals";
import { type ErrorCode, ExplainIpError } from "../../../src/errors.ts";
import { startServer } from "./start-server.ts";

const SECRET = "the-payroll-host";

function failing(error: unknown) {
  return { explain: () => Promise.reject(error) };
}

describe("a request that fails", () => {
  it("ends in a 500 that says nothing of the inside, and in a log line without the message", async () => {
    const server = await startServer(failing(new Error(`cannot read ${SECRET}`)));
    const response = await server.post("/v1/explain", JSON.stringify({ question: SECRET }));
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toEqual({ error: { code: "internal", message: expect.any(String) } });
    const failed = server.log.find(({ event }) => event === "http-request-failed");
    expect(failed?.facts).toMatchObject({ route: "/v1/explain", code: "internal" });
    expect(body).toContain(String(failed?.facts.requestId));
    expect(body + JSON.stringify(server.log)).not.toContain(SECRET);
  });

  it.each<[string, unknown]>([
    ["a thrown string", SECRET],
    ["nothing at all", undefined],
    ["an error that poses as a refusal", Object.assign(new Error(SECRET), { statusCode: 404, code: "ENOENT" })],
  ])("takes %s for a fault of our own", async (_name, thrown) => {
    const server = await startServer(failing(thrown));
    const response = await server.post("/v1/explain", '{"question":"What?"}');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(SECRET);
  });

  it.each<[ErrorCode, number, boolean]>([
    ["bad-input", 400, true],
    ["store-unavailable", 503, false],
    ["knowledge-broken", 500, false],
  ])("answers %s with %i", async (code, status, tells) => {
    const server = await startServer(failing(new ExplainIpError(code, "What happened.", "What to do.")));
    const response = await server.post("/v1/explain", '{"question":"What?"}');
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message.includes("What happened. What to do.")).toBe(tells);
  });

  it.each<[string, string, string, string, number, string]>([
    [
      "a body that is too large",
      "/v1/explain",
      `"${"x".repeat(1024 * 1024)}"`,
      "application/json",
      413,
      "body-too-large",
    ],
    ["broken JSON", "/v1/explain", '{"question":', "application/json", 400, "bad-input"],
    ["an empty body", "/v1/explain", "", "application/json", 400, "bad-input"],
    ["plain text", "/v1/explain", "What?", "text/plain", 415, "unsupported-media-type"],
    ["an unknown path", "/v1/nothing", "{}", "application/json", 404, "not-found"],
    ["Slack when it is off", "/slack/events", "{}", "application/json", 404, "not-found"],
    ["Discourse when it is off", "/discourse/webhook", "{}", "application/json", 404, "not-found"],
    ["a path with a broken escape", "/v1/%zz", "{}", "application/json", 400, "bad-input"],
  ])("answers %s in the one shape of errors", async (_name, path, body, contentType, status, code) => {
    const server = await startServer();
    const response = await server.post(path, body, contentType);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { code, message: expect.stringMatching(/\S.*\.$/) } });
  });
});

describe("the log of requests", () => {
  it("names route and status of each request, never a query, a body or an unknown path", async () => {
    const server = await startServer();
    await server.get(`/healthz?q=${SECRET}`);
    await server.get(`/${SECRET}`);
    await server.post(`/v1/explain?q=${SECRET}`, JSON.stringify({ question: SECRET }));
    const lines = server.log.map(({ facts: { method, route, status } }) => ({ method, route, status }));
    expect(lines).toEqual([
      { method: "GET", route: "/healthz", status: 200 },
      { method: "GET", route: "none", status: 404 },
      { method: "POST", route: "/v1/explain", status: 200 },
    ]);
    expect(JSON.stringify(server.log)).not.toContain(SECRET);
  });
});

describe("a client that speaks no HTTP", () => {
  it("is refused, and the server lives on", async () => {
    const server = await startServer();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.end("\u0000\u0001 nonsense\r\n\r\n");
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1.1 400 /);
    expect((await server.get("/healthz")).status).toBe(200);
  });
});
