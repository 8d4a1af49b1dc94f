import { describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ExplainRequest } from "../../../src/contract/explain-request.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { noEntities, startServer } from "./start-server.ts";

describe("POST /v1/explain", () => {
  it("hands on the whole request and answers with the record and the asker's id", async () => {
    const seen: ExplainRequest[] = [];
    const server = await startServer({
      explain: async (request) => {
        seen.push(request);
        return { answer: sampleAnswer(), entities: { ...noEntities(), addresses: ["100.64.3.7"] } };
      },
    });
    const asked = { id: 17, question: "Why 100.64.3.7?", thread: ["It is on Scaleway."], provider: "scaleway-kapsule" };
    const response = await server.post("/v1/explain", JSON.stringify(asked));
    expect(response.status).toBe(200);
    expect(seen).toEqual([{ ...asked, addressed: true }]);
    expect(await response.json()).toMatchObject({
      id: 17,
      action: "answer",
      text: expect.stringContaining("`100.64.3.7` is a pod of the cluster."),
      certainty: "documented",
      entities: { addresses: ["100.64.3.7"] },
      evidence: [{ id: "registry:100.64.0.0/10" }, { id: "fact:kapsule/pods", source: { checkedOn: "2026-11-23" } }],
      knowledgeVersion: "2026.11.1",
    });
  });

  it.each([
    ["an empty question", { question: "" }, ["question"]],
    ["several faults at once", { question: 7, thread: "x", addressed: "yes" }, ["question", "thread", "addressed"]],
    ["a bad message in the thread", { question: "What?", thread: ["a", 5] }, ["thread.1"]],
    ["no object at all", [], ["the object"]],
  ])("refuses %s and names every issue", async (_name, body, places) => {
    const server = await startServer();
    const response = await server.post("/v1/explain", JSON.stringify(body));
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe("bad-input");
    for (const place of places) expect(error.message).toContain(`${place}: `);
  });
});

describe("GET /v1/schema.json", () => {
  it("describes what is really taken and given", async () => {
    const server = await startServer();
    const schemas = (await (await server.get("/v1/schema.json")).json()) as Record<string, object>;
    const ajv = new Ajv2020({ strict: false });
    const fits = (name: string, data: unknown) => ajv.validate(schemas[name] ?? false, data);

    expect(fits("request", { question: "What is 100.64.3.7?" })).toBe(true);
    expect(fits("request", { thread: [] })).toBe(false);
    const answer = await (await server.post("/v1/explain", '{"question":"What?","id":"a"}')).json();
    expect(fits("answer", answer)).toBe(true);
    expect(fits("answer", { ...(answer as object), certainty: "sure" })).toBe(false);
    const error = await (await server.post("/v1/explain", "{")).json();
    expect(fits("error", error)).toBe(true);
  });
});
