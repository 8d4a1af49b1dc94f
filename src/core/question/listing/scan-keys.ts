/** A key of YAML or JSON and its plain value; no value where an object, a list or nothing follows. */
export type ScannedKey = { readonly key: string; readonly value: string | undefined; readonly opens: boolean };

const pattern =
  /(?<![\w:.$/-])"?([A-Za-z0-9][\w.-]{0,60})"?\s{0,4}:(?=[\s"[{]|$)\s{0,8}(?:([{[])|"?([^\s"',{}[\]]{1,300}))?/g;

/** The keys of one line, in order. What they lie in is not looked at: chat eats indentation, and logs cut objects. */
export function scanKeys(line: string): ScannedKey[] {
  if (!line.includes(":")) return [];
  return [...line.matchAll(pattern)].map(([, key = "", opener, value]) => ({
    key,
    value,
    opens: opener !== undefined,
  }));
}
