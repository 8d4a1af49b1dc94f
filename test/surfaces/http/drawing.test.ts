import { describe, expect, it } from "@jest/globals";
import { ExplainIpError } from "../../../src/errors.ts";
import type { HttpParts } from "../../../src/surfaces/http/http-parts.ts";
import { sampleAnswer, sampleDrawing } from "./sample-answer.ts";
import { noEntities, startServer } from "./start-server.ts";

async function ask(accept: string, more: Partial<HttpParts> = {}, body = '{"question":"Why?"}') {
  const answer = sampleAnswer({ drawing: sampleDrawing() });
  const { url } = await startServer({ explain: async () => ({ answer, entities: noEntities() }), ...more });
  const headers = { "content-type": "application/json", accept };
  const response = await fetch(`${url}/v1/drawing`, { method: "POST", headers, body });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

describe("POST /v1/drawing", () => {
  it.each(["*/*", "image/svg+xml", "application/json"])(
    "gives an SVG that stands alone to who accepts %s",
    async (accept) => {
      const { status, headers, body } = await ask(accept);
      expect([status, headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(body.toString()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><style>/);
    },
  );

  it("gives a PNG of twice the size to who accepts one", async () => {
    const { status, headers, body } = await ask("image/png");
    expect([status, headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(body.subarray(1, 4).toString()).toBe("PNG");
    expect(body.readUInt32BE(16)).toBe(672);
  });

  it("gives nothing where there is nothing to draw", async () => {
    const explain = async () => ({ answer: sampleAnswer(), entities: noEntities() });
    const { status, body } = await ask("*/*", { explain });
    expect([status, body.length]).toEqual([204, 0]);
  });

  it("says what is missing where no PNG can be made", async () => {
    const renderPng = async () => {
      throw new ExplainIpError("surface-unavailable", "This machine has no fonts.", "Install one.");
    };
    const { status, body } = await ask("image/png", { renderPng });
    expect(status).toBe(503);
    expect(JSON.parse(body.toString())).toMatchObject({ error: { code: "surface-unavailable" } });
  });

  it("refuses what is no question", async () => {
    expect((await ask("*/*", {}, '{"question":""}')).status).toBe(400);
  });
});
