import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readPrompt } from "../../../src/adapters/files/read-prompt.ts";
import { createRephrase, type ModelSettings } from "../../../src/adapters/model/create-rephrase.ts";
import { acceptRephrasing } from "../../../src/core/answer/rephrase/accept-rephrasing.ts";
import { plainAnswer } from "../../core/answer/rephrase/rephrasing-sample.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import { completion, type RawEndpoint, startRawEndpoint } from "./raw-endpoint.ts";

const prompt = readPrompt(join(import.meta.dirname, "../../../prompts/rephrase-answer.md"));
const plainTexts = [plainAnswer.summary?.text ?? "", ...plainAnswer.details.map(({ text }) => text)];
const goodTexts = plainTexts.with(
  1,
  "Service addresses such as 10.32.0.10:53 are only ever destinations, and never a source.",
);
const secretKey = "sk-test-0123456789";

type Line = { readonly event: string; readonly facts: Readonly<Record<string, unknown>> };
let lines: Line[];
beforeEach(() => {
  lines = [];
});

function rephraseAt(baseUrl: string, more: Partial<ModelSettings> = {}) {
  const log: ModelSettings["log"] = (event, facts) => lines.push({ event, facts });
  const usual = { timeoutMs: 8_000, spending: { tokensPerQuestion: 20_000 }, now: () => new Date() };
  return createRephrase({ apiKey: secretKey, baseUrl, model: "test-model", prompt, log, ...usual, ...more });
}

/** Whatever fails, the reason is given and logged, the plain answer stays, and no word of it or of the server leaks. */
async function expectUnavailable(baseUrl: string, reason: string, more: Partial<ModelSettings> = {}) {
  const result = await rephraseAt(baseUrl, more)(plainAnswer);
  expect(result).toEqual({ status: "unavailable", reason });
  expect(acceptRephrasing(plainAnswer, result, "public-forum")).toBe(plainAnswer);
  expect(lines.at(-1)).toEqual({
    event: "rephrasing-unavailable",
    facts: { model: "test-model", prompt: `rephrase-answer@${prompt.version}`, statements: 5, reason },
  });
  expect(JSON.stringify(lines)).not.toMatch(/Kapsule|100\.64|LEAK|sk-test/);
}

describe("with a model behind the endpoint", () => {
  const mock = new LLMock({ port: 0, host: "127.0.0.1" });
  beforeAll(async () => {
    await mock.start();
  });
  afterEach(() => {
    mock.reset();
  });
  afterAll(() => mock.stop());
  const answerWith = (content: string | object, more: object = {}) =>
    mock.onMessage(/statements/, { content: typeof content === "string" ? content : JSON.stringify(content), ...more });

  test("a good wording is taken, the model named, and its tokens counted", async () => {
    answerWith({ statements: goodTexts }, { usage: { prompt_tokens: 321, completion_tokens: 87, total_tokens: 408 } });
    const result = await rephraseAt(`${mock.url}/v1`)(plainAnswer);
    const [summary, ...details] = goodTexts;
    expect(result).toEqual({ status: "rephrased", model: "test-model", wording: { summary, details } });
    const answer = acceptRephrasing(plainAnswer, result, "public-forum");
    expect(answer.composedBy).toEqual({ model: "test-model" });
    expect(answer.details.map(({ text }) => text)).toEqual(details);
    expect(lines).toEqual([
      {
        event: "model-asked",
        facts: {
          model: "test-model",
          prompt: `rephrase-answer@${prompt.version}`,
          statements: 5,
          promptTokens: 321,
          completionTokens: 87,
          tokensToday: 408,
        },
      },
    ]);
  });

  test("only the statements' texts are sent, as structured output, to the model that was named", async () => {
    answerWith({ statements: goodTexts });
    await rephraseAt(`${mock.url}/v1`)(plainAnswer);
    const [request] = mock.getRequests();
    const body = JSON.stringify(request?.body);
    expect(request?.body).toMatchObject({ model: "test-model", response_format: { type: "json_schema" } });
    for (const text of plainTexts) expect(body).toContain(JSON.stringify(JSON.stringify(text)).slice(1, -1));
    expect(body).not.toContain("kubectl get nodes");
    expect(body).not.toContain("docs.example.com");
    expect(body).not.toContain(plainAnswer.reason);
  });

  test("a hostile wording arrives and is thrown away", async () => {
    answerWith({ statements: plainTexts.with(0, "Allow 0.0.0.0/0, it is guaranteed. <!channel>") });
    const result = await rephraseAt(`${mock.url}/v1`)(plainAnswer);
    expect(result.status).toBe("rephrased");
    expect(acceptRephrasing(plainAnswer, result, "public-forum")).toBe(plainAnswer);
  });

  test.each([
    ["in a fence", `Here you are:\n\`\`\`json\n${JSON.stringify({ statements: goodTexts }, null, 2)}\n\`\`\`\n`],
    [
      "after a train of thought",
      `<think>{"statements": ["no"]} hm</think>${JSON.stringify({ statements: goodTexts })}`,
    ],
  ])("JSON %s is found", async (_where, content) => {
    answerWith(content);
    expect((await rephraseAt(`${mock.url}/v1`)(plainAnswer)).status).toBe("rephrased");
  });

  test.each<[what: string, content: string | object, more: object, reason: string]>([
    ["no JSON", "LEAK Kapsule is great!", {}, "the model did not answer in the form it was asked for"],
    ["cut JSON", '{"statements": ["LEAK Kapsule', {}, "the model did not answer in the form it was asked for"],
    ["the wrong shape", { texts: plainTexts }, {}, "the model did not answer in the form it was asked for"],
    [
      "the wrong types",
      { statements: [1, 2, 3, 4, null] },
      {},
      "the model did not answer in the form it was asked for",
    ],
    ["too few statements", { statements: plainTexts.slice(1) }, {}, "the model gave 4 statements for 5"],
    ["too many statements", { statements: [...plainTexts, "LEAK"] }, {}, "the model gave 6 statements for 5"],
    ["white space", "  \n ", {}, "the model answered with nothing"],
    ["a flood", { statements: [..."LEAK!"].map((c) => c.repeat(9_000)) }, {}, "the model's reply is too long"],
    [
      "half of it, for want of room",
      { statements: plainTexts },
      { finishReason: "length" },
      "the model ran out of room before it had finished",
    ],
    [
      "what the filter let through",
      { statements: plainTexts },
      { finishReason: "content_filter" },
      "the endpoint's content filter stopped the model",
    ],
  ])("a model that answers with %s is unavailable", async (_what, content, more, reason) => {
    answerWith(content, more);
    await expectUnavailable(`${mock.url}/v1`, reason);
  });

  test.each([
    [401, "the endpoint does not accept the key (HTTP 401)"],
    [403, "the endpoint does not accept the key (HTTP 403)"],
    [404, "the endpoint does not know the model or the address (HTTP 404)"],
    [409, "the endpoint did not accept the request (HTTP 409)"],
    [429, "the endpoint's rate limit or quota is used up (HTTP 429)"],
    [500, "the endpoint is out of order (HTTP 500)"],
    [503, "the endpoint is out of order (HTTP 503)"],
  ])("status %i is unavailable, and is not tried again", async (status, reason) => {
    mock.onMessage(/statements/, { error: { message: `LEAK of ${secretKey} and Kapsule`, type: "x" }, status });
    await expectUnavailable(`${mock.url}/v1`, reason);
    expect(mock.getRequests()).toHaveLength(1);
  });

  test("a model that takes too long is unavailable", async () => {
    mock.onMessage(
      /statements/,
      { content: JSON.stringify({ statements: goodTexts }) },
      { chaos: { latencyMs: 5_000 } },
    );
    await expectUnavailable(`${mock.url}/v1`, "the model did not answer within 0.2 s", { timeoutMs: 200 });
  });

  test.each([
    ["malformed JSON", { malformedRate: 1 }, "the endpoint answered with broken JSON"],
    ["a dropped request", { dropRate: 1 }, "the endpoint is out of order (HTTP 500)"],
    ["a cut connection", { disconnectRate: 1 }, "the connection to the endpoint failed (UND_ERR_SOCKET)"],
  ])("%s is unavailable", async (_what, chaos, reason) => {
    mock.onMessage(/statements/, { content: "LEAK" }, { chaos });
    await expectUnavailable(`${mock.url}/v1`, reason);
  });

  test("an answer without statements is not worth a request", async () => {
    const result = await rephraseAt(`${mock.url}/v1`)({ ...plainAnswer, summary: null, details: [] });
    expect(result).toEqual({ status: "unavailable", reason: "there is nothing to rephrase" });
    expect(mock.getRequests()).toEqual([]);
  });
});

describe("with an endpoint that misbehaves", () => {
  let endpoint: RawEndpoint | undefined;
  afterEach(async () => {
    await endpoint?.close();
    endpoint = undefined;
  });
  const json = { "content-type": "application/json" };
  const good = completion(JSON.stringify({ statements: goodTexts }));
  const chunk = 'data: {"choices":[{"delta":{"content":"LEAK"}}]}\n\n';

  const cases: [what: string, reason: string, answer: (response: ServerResponse) => void][] = [
    [
      "a body cut in the middle",
      "the connection to the endpoint failed (UND_ERR_SOCKET)",
      (response) => {
        response.writeHead(200, { ...json, "content-length": good.length });
        response.write(good.slice(0, 100), () => response.destroy());
      },
    ],
    [
      "a chunked body cut in the middle",
      "the connection to the endpoint failed (UND_ERR_SOCKET)",
      (response) => {
        response.writeHead(200, json);
        response.write(good.slice(0, 100), () => response.destroy());
      },
    ],
    [
      "a connection closed without a word",
      "the connection to the endpoint failed (UND_ERR_SOCKET)",
      (response) => response.destroy(),
    ],
    [
      "half a JSON text",
      "the endpoint answered with broken JSON",
      (response) => response.writeHead(200, json).end(good.slice(0, 200)),
    ],
    [
      "an empty body",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, json).end(),
    ],
    ["no content", "the endpoint did not answer with a chat completion", (response) => response.writeHead(204).end()],
    [
      "null",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, json).end("null"),
    ],
    [
      "other JSON",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, json).end('{"error":"LEAK"}'),
    ],
    [
      "no choices",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, json).end('{"choices":[]}'),
    ],
    [
      "a page of HTML",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>LEAK</h1>"),
    ],
    [
      "a stream nobody asked for",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, { "content-type": "text/event-stream" }).end(`${chunk}data: [DONE]\n\n`),
    ],
    [
      "a malformed stream without a chunk",
      "the endpoint did not answer with a chat completion",
      (response) => response.writeHead(200, { "content-type": "text/event-stream" }).end("LEAK\n\n\u0000"),
    ],
    [
      "a refusal",
      "the model refused",
      (response) =>
        response.writeHead(200, json).end(completion(null, {}, { refusal: "LEAK: I cannot help with 100.64.0.0/15" })),
    ],
    ["no text", "the model answered with nothing", (response) => response.writeHead(200, json).end(completion(null))],
    [
      "a call of a tool",
      "the model stopped for another reason than being done",
      (response) => response.writeHead(200, json).end(completion(null, { finish_reason: "tool_calls" })),
    ],
    [
      "a body without end",
      "the endpoint's reply is too long",
      (response) => {
        response.writeHead(200, json);
        const pour = () => {
          while (response.writable && response.write(" ".repeat(65_536)));
        };
        response.on("drain", pour);
        pour();
      },
    ],
    [
      "status 418",
      "the endpoint did not accept the request (HTTP 418)",
      (response) => response.writeHead(418).end("LEAK"),
    ],
    [
      "garbage for an error",
      "the endpoint is out of order (HTTP 502)",
      (response) => response.writeHead(502, json).end("{LEAK"),
    ],
  ];

  test.each(cases)("%s is unavailable: %s", async (_what, reason, answer) => {
    endpoint = await startRawEndpoint(answer);
    await expectUnavailable(endpoint.baseUrl, reason);
    expect(endpoint.seen).toHaveLength(1);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ["says nothing", () => undefined],
    ["sends the head alone", (response) => response.writeHead(200, json).flushHeaders()],
    [
      "drips",
      (response) => {
        response.writeHead(200, json);
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
    [
      "drips an error",
      (response) => {
        response.writeHead(500, json);
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
    [
      "refuses structured output slowly and then says nothing",
      (response) => {
        if (endpoint?.seen.length === 1) setTimeout(() => response.writeHead(400, json).end("{}"), 150);
      },
    ],
  ])("one that %s is given up after the time-out", async (_what, answer) => {
    endpoint = await startRawEndpoint(answer);
    await expectUnavailable(endpoint.baseUrl, "the model did not answer within 0.3 s", { timeoutMs: 300 });
  });

  test("nobody listening is unavailable", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    await expectUnavailable(`http://127.0.0.1:${port}/v1`, "the connection to the endpoint failed (ECONNREFUSED)");
  });

  test("a server that does not speak HTTP is unavailable", async () => {
    const server = createServer((socket) => socket.end("220 LEAK ready\r\n")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    try {
      await expectUnavailable(`http://127.0.0.1:${port}/v1`, "the endpoint does not speak HTTP");
    } finally {
      server.close();
    }
  });

  test("a name that does not resolve is unavailable", async () => {
    const result = await rephraseAt("http://model.invalid/v1", { timeoutMs: 2_000 })(plainAnswer);
    expect(result).toEqual({
      status: "unavailable",
      reason: expect.stringMatching(/^the endpoint's name cannot be resolved \(E[A-Z_]+\)$|^the model did not answer/),
    });
  });

  test("an address that is no URL and a key that is no header are unavailable", async () => {
    expect((await rephraseAt("not a url")(plainAnswer)).status).toBe("unavailable");
    expect((await rephraseAt("http://127.0.0.1:1/v1", { apiKey: "sk-\n-x" })(plainAnswer)).status).toBe("unavailable");
    expect(JSON.stringify(lines)).not.toContain("sk-");
  });

  test.each([400, 422])(
    "one that answers %i to structured output is asked without, and from then on at once",
    async (status) => {
      endpoint = await startRawEndpoint((response, { body }) => {
        if (body.includes("response_format")) response.writeHead(status, json).end('{"error":{"message":"LEAK"}}');
        else response.writeHead(200, json).end(good);
      });
      const rephrase = rephraseAt(endpoint.baseUrl);
      expect((await rephrase(plainAnswer)).status).toBe("rephrased");
      expect((await rephrase(plainAnswer)).status).toBe("rephrased");
      expect(endpoint.seen.map(({ body }) => body.includes("response_format"))).toEqual([true, false, false]);
    },
  );

  test("one that refuses every request with 400 is unavailable and will be asked in full again", async () => {
    endpoint = await startRawEndpoint((response) => response.writeHead(400, json).end('{"error":{"message":"LEAK"}}'));
    await expectUnavailable(endpoint.baseUrl, "the endpoint did not accept the request (HTTP 400)");
    expect(endpoint.seen.map(({ body }) => body.includes("response_format"))).toEqual([true, false]);
  });

  test("a server that leaves out what it may is understood", async () => {
    const bare = JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements: goodTexts }) } }] });
    endpoint = await startRawEndpoint((response) => response.writeHead(200, json).end(bare));
    expect((await rephraseAt(endpoint.baseUrl)(plainAnswer)).status).toBe("rephrased");
    expect(lines[0]?.facts).toMatchObject({ isEstimated: true });
  });

  test("a question has its share of tokens, and the day its own", async () => {
    endpoint = await startRawEndpoint((response) => response.writeHead(200, json).end(good));
    const spending = { tokensPerQuestion: 3_000, tokensPerDay: 3_400, prices: { input: 2, output: 10 } };
    const rephrase = rephraseAt(endpoint.baseUrl, { spending });
    expect((await rephrase(plainAnswer)).status).toBe("rephrased");
    const sent = JSON.parse(endpoint.seen[0]?.body ?? "{}");
    expect(sent.max_completion_tokens).toBeGreaterThan(0);
    expect(sent.max_completion_tokens).toBeLessThan(3_000);
    expect(lines[0]?.facts).toMatchObject({ tokensToday: 490, cost: 0.0017, costToday: 0.0017 });
    expect(await rephrase(plainAnswer)).toEqual({ status: "unavailable", reason: "today's tokens are used up" });
    expect(endpoint.seen).toHaveLength(1);
    await expectUnavailable(endpoint.baseUrl, "the question is longer than its share of tokens", {
      spending: { tokensPerQuestion: 100 },
    });
  });

  test("what a refused request cost is nothing, and what a lost one cost is the most it can have been", async () => {
    endpoint = await startRawEndpoint((response, _request, nth) => {
      if (nth === 1) response.writeHead(500).end();
      else response.destroy();
    });
    const rephrase = rephraseAt(endpoint.baseUrl, { spending: { tokensPerQuestion: 3_000, tokensPerDay: 3_000 } });
    await rephrase(plainAnswer);
    await rephrase(plainAnswer);
    expect(await rephrase(plainAnswer)).toEqual({ status: "unavailable", reason: "today's tokens are used up" });
    expect(endpoint.seen).toHaveLength(2);
  });

  const specialBlocks = loadRegistry().rows.map(({ cidr }) => cidr);
  const textsIn = (body: string): string[] =>
    JSON.parse(/\[\s*"[\s\S]*\]/.exec(JSON.parse(body).messages[0].content)?.[0].split("\n\n").at(-1) ?? "[]");

  test("addresses leave under pseudonyms, another one each time, and come back as they were", async () => {
    endpoint = await startRawEndpoint((response, { body }) =>
      response.writeHead(200, json).end(completion(JSON.stringify({ statements: textsIn(body) }))),
    );
    const rephrase = rephraseAt(endpoint.baseUrl, { pseudonymsWithin: specialBlocks });
    for (const _ of [1, 2]) {
      const result = await rephrase(plainAnswer);
      expect(acceptRephrasing(plainAnswer, result, "public-forum")).toEqual({
        ...plainAnswer,
        composedBy: { model: "test-model" },
      });
    }
    const [first = [], second = []] = endpoint.seen.map(({ body }) => textsIn(body));
    expect(first).toHaveLength(5);
    expect(first.join(" ")).toContain("100.64.0.0/10");
    expect(first.join(" ")).not.toMatch(/10\.32\.0\.10|fd00:10:32::/);
    expect(first).not.toEqual(second);
  });

  test("an answer with an address that has no pseudonym does not leave", async () => {
    endpoint = await startRawEndpoint((response) => response.writeHead(200, json).end(good));
    const rephrase = rephraseAt(endpoint.baseUrl, { pseudonymsWithin: specialBlocks });
    const summary = { text: "`010.0.0.1` may be 8.0.0.1.", evidence: [] };
    expect(await rephrase({ ...plainAnswer, summary })).toEqual({
      status: "unavailable",
      reason: "an address in the answer has no pseudonym",
    });
    expect(endpoint.seen).toEqual([]);
  });

  test("a translation is asked for by its own prompt, where there is one", async () => {
    endpoint = await startRawEndpoint((response) => response.writeHead(200, json).end(good));
    const translatePrompt = readPrompt(join(import.meta.dirname, "../../../prompts/translate-answer.md"));
    const translating = rephraseAt(endpoint.baseUrl, { translatePrompt });
    expect(await translating(plainAnswer, "de")).toMatchObject({ status: "rephrased", language: "de" });
    expect(await translating(plainAnswer)).not.toHaveProperty("language");
    expect(await rephraseAt(endpoint.baseUrl)(plainAnswer, "de")).not.toHaveProperty("language");
    expect(endpoint.seen.map(({ body }) => body.includes("into German"))).toEqual([true, false, false]);
  });

  test("the key goes into its header and nowhere else", async () => {
    endpoint = await startRawEndpoint((response) => response.writeHead(200, json).end(good));
    await rephraseAt(endpoint.baseUrl)(plainAnswer);
    const [request] = endpoint.seen;
    expect(request?.path).toBe("/v1/chat/completions");
    expect(request?.headers.authorization).toBe(`Bearer ${secretKey}`);
    expect(request?.body).not.toContain(secretKey);
  });
});

test("a prompt that wants more than there is to give is refused at the start", () => {
  const greedy = { ...prompt, inputs: [...prompt.inputs, "thread"] };
  expect(() => rephraseAt("http://127.0.0.1:1/v1", { prompt: greedy })).toThrow(
    "The prompt rephrase-answer wants the input thread, which nobody gives.",
  );
});
