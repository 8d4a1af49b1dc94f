/** An object of the API, as far as the stand-in knows it: what it looks at is reached by `fieldOf`. */
export type KubernetesObject = {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly [field: string]: unknown;
};

/** The text at a dotted path such as `status.podIP`; empty where the object has none, as the API's field selectors take it. */
export function fieldOf(object: unknown, path: string): string {
  let value = object;
  for (const key of path.split(".")) value = isRecord(value) ? value[key] : undefined;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}

/** Does a parsed JSON value have the least that every object of the API has? */
export function isKubernetesObject(value: unknown): value is KubernetesObject {
  return isRecord(value) && isRecord(value.metadata) && typeof value.metadata.name === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
