import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import { HTTPReceiver, LogLevel } from "@slack/bolt";
import { sendSigned } from "../../support/slack-server/http-delivery.ts";
import { startServer } from "./start-server.ts";

describe("POST /discourse/webhook", () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ["JSON with odd spacing", Buffer.from('{ "post" :\r\n {"raw":"\\u00e9 é"} }'), "application/json"],
    ["bytes that are no text", new Uint8Array(randomBytes(2048)), "application/octet-stream"],
    ["broken JSON", Buffer.from('{"post":'), "application/json"],
    ["nothing", Buffer.alloc(0), "application/json"],
  ])("hands on %s byte by byte, with the headers", async (_name, sent, contentType) => {
    const got: { body: Buffer; event: unknown }[] = [];
    const server = await startServer({
      discourseWebhook: async (headers, body) => {
        got.push({ body, event: headers["x-discourse-event"] });
        return { status: 202 };
      },
    });
    const headers = { "content-type": contentType, "x-discourse-event": "post_created" };
    const response = await fetch(`${server.url}/discourse/webhook`, { method: "POST", headers, body: sent });
    expect(response.status).toBe(202);
    expect(got).toEqual([{ body: Buffer.from(sent), event: "post_created" }]);
  });

  it("passes on the status, as of a wrong signature", async () => {
    const server = await startServer({ discourseWebhook: async () => ({ status: 401 }) });
    expect((await server.post("/discourse/webhook", "{}")).status).toBe(401);
  });

  it("refuses more than 1 MB unread, and takes as much", async () => {
    const sizes: number[] = [];
    const discourseWebhook = async (_headers: unknown, body: Buffer) => {
      sizes.push(body.length);
      return { status: 200 };
    };
    const server = await startServer({ discourseWebhook });
    expect((await server.post("/discourse/webhook", Buffer.alloc(1024 * 1024))).status).toBe(200);
    expect((await server.post("/discourse/webhook", Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
    expect(sizes).toEqual([1024 * 1024]);
  });

  it("ends in a 500 when it could not be stored, so that Discourse tries again", async () => {
    const server = await startServer({ discourseWebhook: () => Promise.reject(new Error("no store")) });
    expect((await server.post("/discourse/webhook", "{}")).status).toBe(500);
  });
});

describe("POST /slack/events", () => {
  it("gives the listener a request whose body nobody has read", async () => {
    const sent = randomBytes(50_000);
    const server = await startServer({
      slackListener: async (request, response) => {
        const body = await buffer(request);
        response.end(createHash("sha256").update(body).digest("hex"));
      },
    });
    const response = await server.post("/slack/events", new Uint8Array(sent), "application/json");
    expect(await response.text()).toBe(createHash("sha256").update(sent).digest("hex"));
    expect(server.log).toMatchObject([{ event: "http-request", facts: { route: "/slack/events", status: 200 } }]);
  });

  it("serves Bolt's own receiver, which checks the signature over the raw body", async () => {
    const signingSecret = "a-signing-secret";
    const receiver = new HTTPReceiver({ signingSecret, processBeforeResponse: true, logLevel: LogLevel.ERROR });
    const server = await startServer({ slackListener: receiver.requestListener });
    const request = {
      body: '{ "type": "url_verification",  "challenge": "é!" }',
      contentType: "application/json",
      secret: signingSecret,
    };
    const accepted = await sendSigned(`${server.url}/slack/events`, request);
    expect(accepted).toEqual({ status: 200, text: JSON.stringify({ challenge: "é!" }) });
    const refused = await sendSigned(`${server.url}/slack/events`, { ...request, secret: "another" });
    expect(refused.status).toBe(401);
  });

  it("does not leave the request hanging when the listener throws", async () => {
    const server = await startServer({
      slackListener: () => {
        throw new Error("not mine");
      },
    });
    const response = await server.post("/slack/events", "{}");
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: "internal" } });
  });
});
