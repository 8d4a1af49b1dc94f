import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fault, Faults } from "./faults.ts";
import { IDENTITIES } from "./identities.ts";
import { type Arguments, failed, METHODS, type Reply } from "./methods.ts";
import type { RateLimits } from "./rate-limits.ts";
import { readArguments, readBody, readToken } from "./read-request.ts";
import type { Workspace } from "./workspace.ts";

/** A call as it was received, for assertions. */
export type RecordedCall = { readonly method: string; readonly args: Arguments; readonly reply: Reply | undefined };

export type WebApiParts = {
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly calls: RecordedCall[];
  readonly scopes: readonly string[];
  readonly openConnection: () => Reply;
};

/** Answers `POST /api/<method>` as Slack's Web API does, after any fault that waits for the method. */
export async function serveWebApi(
  request: IncomingMessage,
  response: ServerResponse,
  parts: WebApiParts,
): Promise<void> {
  const method = new URL(request.url ?? "/", "http://stand-in").pathname.replace("/api/", "");
  const args = readArguments(request, await readBody(request));
  const fault = parts.faults.take(method);
  const carriedOut = fault === undefined || fault.kind === "drop-response";
  const wait = carriedOut ? parts.limits.secondsToWait(method, args.channel ?? "") : 0;
  const reply = carriedOut && wait === 0 ? answer(method, args, readToken(request, args), parts) : undefined;
  parts.calls.push({ method, args, reply });
  if (fault !== undefined) return showFault(response, fault);
  if (wait > 0) return showFault(response, { kind: "rate-limit", retryAfterSeconds: wait });
  sendJson(response, 200, reply ?? failed("unknown_method"));
}

function answer(method: string, args: Arguments, token: string | undefined, parts: WebApiParts): Reply {
  if (method === "apps.connections.open") {
    return token === IDENTITIES.appToken ? parts.openConnection() : failed("invalid_auth");
  }
  const known = METHODS[method];
  if (known === undefined) return failed("unknown_method");
  if (token !== IDENTITIES.botToken) return failed("invalid_auth");
  const needed = known.scope?.(parts.workspace.channels.get(args.channel ?? ""));
  if (needed !== undefined && !parts.scopes.includes(needed)) {
    return { ...failed("missing_scope"), needed, provided: parts.scopes.join(",") };
  }
  return known.call(args, parts.workspace);
}

/** Ends a call the way the fault says. */
export function showFault(response: ServerResponse, fault: Fault): void {
  switch (fault.kind) {
    case "error":
      sendJson(response, 200, failed(fault.error));
      return;
    case "status":
      response.writeHead(fault.status, { "content-type": "text/html" }).end("<html>not Slack</html>");
      return;
    case "rate-limit":
      response.writeHead(429, { "retry-after": String(fault.retryAfterSeconds), "content-type": "application/json" });
      response.end(JSON.stringify(failed("ratelimited")));
      return;
    case "drop-response":
    case "drop-request":
      response.destroy();
      return;
    case "hang":
      return;
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
