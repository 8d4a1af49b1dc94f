import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { EntityNames } from "../../contract/entity-names.ts";
import type { ExplainRequest } from "../../contract/explain-request.ts";
import type { Answer } from "../../core/answer/answer.ts";
import type { Log } from "../../jobs/log.ts";

/** Where to listen. Port 0 takes any free one; the host is 127.0.0.1 unless another is named. */
export type HttpSettings = { readonly host?: string; readonly port: number };

/** A way in and whether it is open, with the reason in plain words, as the page's footer shows it. */
export type SurfaceState = { readonly name: string; readonly on: boolean; readonly why: string };

/** How the other surfaces would show an answer. */
export type Renderings = {
  readonly slack: (answer: Answer) => { readonly text: string; readonly blocks: readonly unknown[] };
  /** Markdown as it would be posted. */
  readonly forum: (answer: Answer) => string;
  readonly terminal: (answer: Answer) => string;
};

/** What the HTTP server is given; it reaches nothing else. */
export type HttpParts = {
  readonly explain: (request: ExplainRequest) => Promise<{ readonly answer: Answer; readonly entities: EntityNames }>;
  readonly renderings: Renderings;
  /** Turns an SVG into a PNG; throws `surface-unavailable` where this machine cannot. */
  readonly renderPng: (svg: string) => Promise<Buffer>;
  readonly isReady: () => Promise<{ readonly ready: boolean; readonly reasons: readonly string[] }>;
  readonly surfaces: readonly SurfaceState[];
  /** Gets `POST /slack/events` with its body unread, and answers it; without it there is no such route. */
  readonly slackListener?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Gets the bytes of `POST /discourse/webhook` as they came, for its signature; without it there is no such route. */
  readonly discourseWebhook?: (headers: IncomingHttpHeaders, rawBody: Buffer) => Promise<{ readonly status: number }>;
  readonly log: Log;
};
