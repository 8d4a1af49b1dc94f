import { readRecording } from "./recordings.ts";

/** What goes back over HTTP. */
export type ServerReply = {
  readonly code: number;
  readonly type: "application/json" | "text/plain" | "text/html";
  readonly body: string;
};

/** A request as the API server's authoriser sees it. */
export type Attempt = {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly namespace?: string;
  readonly name?: string;
};

/** Without a good token; recorded. */
export const unauthorized: ServerReply = { code: 401, type: "application/json", body: readRecording("nodes-401") };

/** A path that the server does not have: plain text, not a Status. */
export const noSuchPath: ServerReply = { code: 404, type: "text/plain", body: "404 page not found\n" };

/** Worded as recorded in nodes-403.json, and as the API words it for one object or one namespace. */
export function forbidden(user: string, { verb, group, resource, namespace, name }: Attempt): ServerReply {
  const place = namespace ? `in the namespace "${namespace}"` : "at the cluster scope";
  const what = `${qualify(resource, group)}${name ? ` "${name}"` : ""}`;
  const message = `${what} is forbidden: User "${user}" cannot ${verb} resource "${resource}" in API group "${group}" ${place}`;
  return status(403, "Forbidden", message, { ...(name ? { name } : {}), ...(group ? { group } : {}), kind: resource });
}

/** The resource is there, the object is not. */
export function notFound({ group, resource, name = "" }: Attempt): ServerReply {
  const details = { name, ...(group ? { group } : {}), kind: resource };
  return status(404, "NotFound", `${qualify(resource, group)} "${name}" not found`, details);
}

/** A field that this server cannot select by. */
export function badSelector({ resource }: Attempt, fieldSelector: string, field: string): ServerReply {
  const list = `Unable to find "/v1, Resource=${resource}" that match label selector "", field selector "${fieldSelector}"`;
  return status(400, "BadRequest", `${list}: field label not supported: ${field}`);
}

/** The list's version is gone while it was read page by page. */
export const expired = status(
  410,
  "Expired",
  "The provided continue parameter is too old to display a consistent list result.",
);

/** The server is there to be read; nothing else is served. */
export function notAllowed(): ServerReply {
  return status(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
}

/** Any other failure, for what a server or a proxy before it may answer. */
export function failure(code: number): ServerReply {
  return status(code, code === 429 ? "TooManyRequests" : "InternalError", "the server is not able to answer now");
}

function status(code: number, reason: string, message: string, details?: object): ServerReply {
  const body = {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message,
    reason,
    ...(details ? { details } : {}),
    code,
  };
  return { code, type: "application/json", body: `${JSON.stringify(body, null, 2)}\n` };
}

function qualify(resource: string, group: string): string {
  return group ? `${resource}.${group}` : resource;
}
