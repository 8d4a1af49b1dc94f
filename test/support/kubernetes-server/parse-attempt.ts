import type { Attempt } from "./status-replies.ts";

const core = /^\/api\/v1(\/.*)$/;
const grouped = /^\/apis\/([^/]+)\/v1(\/.*)$/;
const inNamespace = /^\/namespaces\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/;
const inCluster = /^\/([^/]+)(?:\/([^/]+))?$/;

const writes: Readonly<Record<string, string>> = { POST: "create", PUT: "update", PATCH: "patch", DELETE: "delete" };

/** What a request asks for, in the words of RBAC; undefined for a path that is no resource's. */
export function parseAttempt(method: string, path: string): Attempt | undefined {
  const [, group = "", rest] = grouped.exec(path) ?? ["", "", core.exec(path)?.[1]];
  if (rest === undefined) return undefined;
  const [, namespace, resource, name] = inNamespace.exec(rest) ?? withoutNamespace(rest);
  if (resource === undefined) return undefined;
  const verb = writes[method] ?? (name ? "get" : "list");
  return {
    verb,
    group,
    resource,
    ...(namespace ? { namespace: decodeURIComponent(namespace) } : {}),
    ...(name ? { name: decodeURIComponent(name) } : {}),
  };
}

function withoutNamespace(rest: string): (string | undefined)[] {
  const [, resource, name] = inCluster.exec(rest) ?? [];
  return ["", undefined, resource, name];
}
