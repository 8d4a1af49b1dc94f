import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SeenRequest = {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};
export type RawEndpoint = {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  readonly close: () => Promise<void>;
};

/** An HTTP server that answers each request byte by byte as the test says, for what no well-behaved stand-in would send. */
export async function startRawEndpoint(
  answer: (response: ServerResponse, request: SeenRequest, nth: number) => void,
): Promise<RawEndpoint> {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const entry = { path: request.url ?? "", headers: request.headers, body };
    seen.push(entry);
    answer(response, entry, seen.length);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { baseUrl: `http://127.0.0.1:${port}/v1`, seen, close };
}

/** A chat completion as servers send it. */
export function completion(content: string | null, more: object = {}, message: object = {}): string {
  const choice = { index: 0, finish_reason: "stop", message: { role: "assistant", content, ...message }, ...more };
  const usage = { prompt_tokens: 400, completion_tokens: 90, total_tokens: 490 };
  return JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [choice],
    usage,
  });
}
