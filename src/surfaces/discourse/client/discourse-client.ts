import { setTimeout as sleep } from "node:timers/promises";
import ky, { type KyResponse, type Options } from "ky";
import type { DiscourseSettings } from "../discourse-settings.ts";
import type { Deadline } from "./deadline.ts";
import { createPace } from "./pace.ts";
import { type CallFailure, readFault, readStatus } from "./read-failure.ts";

export type CallResult = { readonly status: "ok"; readonly body: unknown } | CallFailure;

/** Paths are built from numbers and encoded names only. `body` is parsed JSON and not checked yet. */
export type DiscourseClient = {
  readonly get: (
    path: string,
    query: Readonly<Record<string, string | number>>,
    deadline: Deadline,
  ) => Promise<CallResult>;
  readonly post: (path: string, json: object, deadline: Deadline) => Promise<CallResult>;
};

/** Talks to a forum's API: each call once, within its deadline and at the forum's pace. Never rejects. */
export function createDiscourseClient(settings: DiscourseSettings): DiscourseClient {
  const pace = createPace();
  const api = ky.create({
    prefix: settings.baseUrl,
    headers: { "Api-Key": settings.apiKey, "Api-Username": settings.apiUsername, accept: "application/json" },
    // The store retries, the deadline ends, and a redirect would carry the key away.
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    redirect: "manual",
  });

  async function call(path: string, options: Options, deadline: Deadline): Promise<CallResult> {
    const turn = pace.book(deadline.leftMs() / 2);
    if (turn.status === "too-late") {
      return { status: "retry", reason: "waiting for Discourse's rate limit to pass", afterMs: turn.waitMs };
    }
    try {
      if (turn.waitMs > 0) await sleep(turn.waitMs, undefined, { signal: deadline.signal });
      const result = await readResponse(await api(path, { ...options, signal: deadline.signal }));
      if (result.status === "retry" && result.afterMs !== undefined) pace.hold(result.afterMs);
      return result;
    } catch (error) {
      return readFault(error);
    }
  }
  return {
    get: (path, query, deadline) => call(path, { method: "get", searchParams: { ...query } }, deadline),
    post: (path, json, deadline) => call(path, { method: "post", json }, deadline),
  };
}

async function readResponse(response: KyResponse): Promise<CallResult> {
  const body = parseJson(await response.text());
  if (!response.ok) return readStatus(response.status, response.headers.get("retry-after"), body);
  if (body === undefined) return { status: "retry", reason: "Discourse's answer could not be read" };
  return { status: "ok", body };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
