import type { IncomingMessage } from "node:http";
import type { Arguments } from "./methods.ts";

/** Reads a whole request body as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** Arguments of a Web API call: form fields, or a JSON object whose inner objects are kept as JSON. */
export function readArguments(request: IncomingMessage, body: string): Arguments {
  if (!request.headers["content-type"]?.includes("json")) return Object.fromEntries(new URLSearchParams(body));
  const json: Record<string, unknown> = JSON.parse(body);
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The token of a call: from the header, or from the form as older clients send it. */
export function readToken(request: IncomingMessage, args: Arguments): string | undefined {
  return request.headers.authorization?.replace(/^Bearer /, "") ?? args.token;
}
