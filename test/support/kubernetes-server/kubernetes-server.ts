import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type Account, isAllowed, narrow, reader } from "./accounts.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { parseAttempt } from "./parse-attempt.ts";
import { readRecordedItems, readRecording } from "./recordings.ts";
import { newResources, resources } from "./resources.ts";
import { serveList } from "./serve-list.ts";
import {
  type Attempt,
  failure,
  forbidden,
  noSuchPath,
  notAllowed,
  notFound,
  type ServerReply,
  unauthorized,
} from "./status-replies.ts";

/** How the server behaves from now on; nothing set is a healthy Kubernetes 1.36. */
export type Behaviour = {
  /** Before 1.33: no IPAddress and ServiceCIDR objects, and `spec.clusterIP` cannot be selected. */
  readonly older?: boolean;
  /** Only `metadata` fields can be selected. */
  readonly withoutSelectors?: boolean;
  /** Every page after the first is answered with 410. */
  readonly expiresContinue?: boolean;
  /** These resources are never answered; the connection stays open. */
  readonly silent?: readonly string[];
  /** These resources are refused with 403, whoever asks. */
  readonly refuses?: readonly string[];
  /** Waits before every reply. */
  readonly latencyMs?: number;
  /** Every request gets this instead: a status code, or the page of something that is no API server. */
  readonly answers?: number | "log-in page";
};

export type RecordedAttempt = Attempt & { readonly query: URLSearchParams; readonly code: number };

export type KubernetesServer = {
  readonly url: string;
  /** Every request for a resource that was answered or refused, in order. */
  readonly attempts: readonly RecordedAttempt[];
  readonly behave: (behaviour: Behaviour) => void;
  /** One more object beside the recorded ones; it takes the place of one with its name. */
  readonly put: (plural: string, object: KubernetesObject) => void;
  readonly addAccount: (account: Account) => void;
  readonly onClose: (act: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
};

const recorded = ["pods", "services", "nodes", "endpointslices", "ipaddresses", "servicecidrs"];

/** Starts a stand-in for kube-apiserver on a free port of 127.0.0.1, with the recorded objects and accounts. */
export async function startKubernetesServer(): Promise<KubernetesServer> {
  const objects = new Map(recorded.map((plural) => [plural, readRecordedItems(plural)]));
  const accounts = [reader, narrow];
  const attempts: RecordedAttempt[] = [];
  const closing: (() => Promise<void>)[] = [];
  let behaviour: Behaviour = {};

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) =>
      response.destroy(Error.isError(error) ? error : undefined),
    );
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://server");
    const attempt = parseAttempt(request.method ?? "GET", pathname);
    if (attempt && behaviour.silent?.includes(attempt.resource)) return;
    if (behaviour.latencyMs) await wait(behaviour.latencyMs);
    const account = accounts.find(({ token }) => request.headers.authorization === `Bearer ${token}`);
    const reply = general(behaviour) ?? (attempt ? serve(attempt, account, query) : servePath(pathname, account));
    if (attempt) attempts.push({ ...attempt, query, code: reply.code });
    response.writeHead(reply.code, { "content-type": reply.type }).end(reply.body);
  }

  function serve(attempt: Attempt, account: Account | undefined, query: URLSearchParams): ServerReply {
    const { verb, group, resource: plural, name, namespace } = attempt;
    if (!account) return unauthorized;
    if (behaviour.refuses?.includes(plural) || !isAllowed(account, attempt)) return forbidden(account.user, attempt);
    const resource = resources.find((known) => known.plural === plural && known.group === group);
    if (!resource || (behaviour.older && newResources.has(plural))) return noSuchPath;
    if (verb !== "get" && verb !== "list") return notAllowed();
    const all = objects.get(plural) ?? [];
    if (verb === "list") return serveList(attempt, resource, all, query, toListRules(behaviour));
    const object = all.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
    if (!object) return notFound(attempt);
    const apiVersion = group ? `${group}/v1` : "v1";
    return {
      code: 200,
      type: "application/json",
      body: JSON.stringify({ kind: resource.kind, apiVersion, ...object }),
    };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the server has no port");
  return {
    url: `http://127.0.0.1:${bound.port}`,
    attempts,
    behave: (next) => {
      behaviour = next;
    },
    put: (plural, object) => {
      const others = (objects.get(plural) ?? []).filter(({ metadata }) => !isSame(metadata, object.metadata));
      objects.set(plural, [...others, object]);
    },
    addAccount: (account) => accounts.push(account),
    onClose: (act) => closing.push(act),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(closing.map((act) => act()));
    },
  };
}

/** The paths that are no resource's. The version may be read by anybody, as the role system:public-info-viewer allows. */
function servePath(path: string, account: Account | undefined): ServerReply {
  if (path === "/version") return { code: 200, type: "application/json", body: readRecording("version") };
  if (!account) return unauthorized;
  return path === "/apis" ? { code: 200, type: "application/json", body: readRecording("apis") } : noSuchPath;
}

function general({ answers }: Behaviour): ServerReply | undefined {
  if (typeof answers === "number") return failure(answers);
  return answers && { code: 200, type: "text/html", body: "<!doctype html><title>Log in</title>" };
}

function toListRules({ older = false, withoutSelectors = false, expiresContinue = false }: Behaviour) {
  return { older, withoutSelectors, expiresContinue };
}

function isSame(a: KubernetesObject["metadata"], b: KubernetesObject["metadata"]): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}
