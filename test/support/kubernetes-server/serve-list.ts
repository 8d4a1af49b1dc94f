import { fieldOf, type KubernetesObject } from "./kubernetes-object.ts";
import { newSelectors, type Resource } from "./resources.ts";
import { type Attempt, badSelector, expired, type ServerReply } from "./status-replies.ts";

export type ListRules = {
  readonly older: boolean;
  readonly withoutSelectors: boolean;
  readonly expiresContinue: boolean;
};

/** A list as the API gives it: filtered by namespace, field and label selectors, cut into pages by `limit` and `continue`. */
export function serveList(
  attempt: Attempt,
  resource: Resource,
  objects: readonly KubernetesObject[],
  query: URLSearchParams,
  rules: ListRules,
): ServerReply {
  const fieldSelector = query.get("fieldSelector") ?? "";
  const fields = parseSelector(fieldSelector);
  const unknown = fields.find(([field]) => !isSelectable(resource, field, rules));
  if (unknown) return badSelector(attempt, fieldSelector, unknown[0]);
  if (query.has("continue") && rules.expiresContinue) return expired;
  const labels = parseSelector(query.get("labelSelector") ?? "");
  const matching = objects.filter(
    (object) =>
      (!attempt.namespace || object.metadata.namespace === attempt.namespace) &&
      fields.every(([field, value]) => fieldOf(object, field) === value) &&
      labels.every(([label, value]) => object.metadata.labels?.[label] === value),
  );
  return { code: 200, type: "application/json", body: JSON.stringify(toPage(resource, matching, query)) };
}

function isSelectable({ selectable, selectableInVain = [] }: Resource, field: string, rules: ListRules): boolean {
  if (rules.withoutSelectors && !field.startsWith("metadata.")) return false;
  return (selectable.includes(field) && !(rules.older && newSelectors.has(field))) || selectableInVain.includes(field);
}

/** `a=b,c=d`, as the adapter writes selectors; the API knows more operators. */
function parseSelector(text: string): [key: string, value: string][] {
  return text
    .split(",")
    .filter((term) => term !== "")
    .map((term) => {
      const [key = "", value = ""] = term.split(/==?/);
      return [key, value];
    });
}

function toPage({ kind, group }: Resource, objects: readonly KubernetesObject[], query: URLSearchParams): object {
  const start = Number(query.get("continue") ?? 0);
  const end = start + (Number(query.get("limit")) || objects.length);
  const left = Math.max(0, objects.length - end);
  const metadata = { resourceVersion: "369", ...(left > 0 ? { continue: String(end), remainingItemCount: left } : {}) };
  const apiVersion = group ? `${group}/v1` : "v1";
  return { kind: `${kind}List`, apiVersion, metadata, items: objects.slice(start, end) };
}
