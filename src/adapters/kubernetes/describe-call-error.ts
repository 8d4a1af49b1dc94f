import type { ClusterFailure } from "./cluster-failure.ts";
import type { ClusterRequest } from "./cluster-request.ts";

/**
 * Puts an error of @kubernetes/client-node in plain words: its ApiException has a numeric `code`, a network fault is a bare
 * `TypeError: fetch failed` with `cause.code`, a file or plug-in the kubeconfig names fails with Node's own errors.
 * The error's own text is left out on purpose: it repeats reply headers, bodies and what a credential plug-in printed.
 */
export function describeCallError(error: unknown, request: ClusterRequest): ClusterFailure {
  if (!Error.isError(error)) return unreadable(String(typeof error));
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "number") return describeStatus(code, request);
  if (typeof code === "string") return describeMissingFile(code);
  const cause = codeOf(error.cause);
  if (cause !== undefined) return describeNetworkFault(cause);
  return error.message === "fetch failed" ? describeNetworkFault("no reason given") : unreadable(error.name);
}

/** The deadline passed before the reply was there. */
export const lateReply: ClusterFailure = {
  kind: "late",
  reason: "the cluster did not answer in time",
  remedy: "look again later, or see whether its API server is slow",
};

/** A reply that is no Kubernetes object: a proxy's log-in page, another server. */
export const foreignReply: ClusterFailure = {
  kind: "not-kubernetes",
  reason: "the server's reply is not that of a Kubernetes API server",
  remedy: "see whether the server in the kubeconfig is right and no proxy stands before it",
};

const missingRights = "bind the bot's account to the ClusterRole in deploy/rbac.yaml";

function describeStatus(code: number, { verb, resource }: ClusterRequest): ClusterFailure {
  switch (code) {
    case 400:
      return {
        kind: "not-selectable",
        reason: `the API server does not take this way to select ${resource} (400)`,
        remedy: "report it with the cluster's version",
      };
    case 401:
      return {
        kind: "credentials",
        reason: "the cluster does not accept the bot's credentials (401)",
        remedy: "renew the token or certificate in the kubeconfig",
      };
    case 403:
      return { kind: "refused", reason: `the bot's account may not ${verb} ${resource} (403)`, remedy: missingRights };
    case 404:
      return { ...foreignReply, kind: "missing", reason: `the API server knows no such ${resource} (404)` };
    case 410:
      return {
        kind: "expired",
        reason: `the list of ${resource} changed while it was read (410)`,
        remedy: "look again",
      };
    default:
      return {
        kind: "server-error",
        reason: `the API server answered ${code}`,
        remedy: "look again later, or read the API server's log",
      };
  }
}

function describeNetworkFault(code: string): ClusterFailure {
  return {
    kind: "unreachable",
    reason: `the cluster cannot be reached (${code})`,
    remedy: /CERT|TLS|SSL/.test(code)
      ? "see whether the kubeconfig's server and its certificate authority belong together"
      : "see whether the kubeconfig's server address is right and this machine may connect to it",
  };
}

function describeMissingFile(code: string): ClusterFailure {
  return {
    kind: "kubeconfig",
    reason: `a file or a program that the kubeconfig names cannot be used (${code})`,
    remedy: "try the same context with kubectl on the same machine, as the same user",
  };
}

function unreadable(name: string): ClusterFailure {
  return {
    kind: "kubeconfig",
    reason: `the request could not be made or its reply not be read (${name})`,
    remedy: "try the same context with kubectl on the same machine, as the same user",
  };
}

function codeOf(cause: unknown): string | undefined {
  return Error.isError(cause) && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}
