import { afterEach } from "@jest/globals";
import { renderPng } from "../../../src/adapters/image/render-png.ts";
import { renderMarkdown } from "../../../src/core/answer/render-markdown.ts";
import { renderTerminal } from "../../../src/surfaces/cli/render-terminal.ts";
import type { HttpParts } from "../../../src/surfaces/http/http-parts.ts";
import { startHttpServer } from "../../../src/surfaces/http/start-http-server.ts";
import { renderAnswer } from "../../../src/surfaces/slack/render/render-answer.ts";
import { sampleAnswer } from "./sample-answer.ts";

/** A server on a free port of this machine, what it logged, and shorthands to ask it. */
export type TestServer = {
  readonly url: string;
  readonly log: { readonly event: string; readonly facts: Readonly<Record<string, unknown>> }[];
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, body: string | Uint8Array<ArrayBuffer>, contentType?: string) => Promise<Response>;
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

/** Starts the real server; it is closed after the test. */
export async function startServer(more: Partial<HttpParts> = {}): Promise<TestServer> {
  const log: TestServer["log"] = [];
  const parts: HttpParts = {
    explain: async () => ({ answer: sampleAnswer(), entities: noEntities() }),
    renderings: { slack: renderAnswer, forum: renderMarkdown, terminal: renderTerminal },
    renderPng,
    isReady: async () => ({ ready: true, reasons: [] }),
    surfaces: [],
    log: (event, facts) => void log.push({ event, facts }),
    ...more,
  };
  const { url, close } = await startHttpServer({ port: 0 }, parts);
  open.push(close);
  const post: TestServer["post"] = (path, body, contentType = "application/json") =>
    fetch(url + path, { method: "POST", headers: { "content-type": contentType }, body });
  return { url, log, get: (path) => fetch(url + path), post };
}

export function noEntities() {
  return { addresses: [], cidrs: [], ranges: [], hostnames: [], products: [] };
}
