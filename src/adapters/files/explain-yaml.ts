import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { YamlResult } from "./yaml-result.ts";

/**
 * Names everything that keeps YAML text from having the shape of `schema`, each with its line; the value if nothing does.
 * `firstLine` is the line of the file at which `text` begins, for a document inside another one.
 */
export function explainYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine: number): YamlResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      problem: `This is not YAML: ${firstSentence(error.message)}.`,
      remedy: "Quote the text, or mend the indentation.",
    }));
    return { problems };
  }
  const data: unknown = document.toJS();
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  const problems = result.error.issues.flatMap((issue) =>
    placesOf(issue).map((at) => ({
      file,
      line: lineAt(nearestNode(document, at)?.range?.[0] ?? 0),
      where: printPath(at),
      value: printValue(valueAt(data, at)),
      problem: `${issue.message}.`,
      remedy: "See knowledge/FORMAT.md.",
    })),
  );
  return { problems };
}

type Path = readonly (string | number)[];

/** An unknown key is reported by zod at the map it stands in; whoever mends it looks for the key. */
function placesOf(issue: z.core.$ZodIssue): Path[] {
  const at = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
}

function nearestNode(document: ReturnType<typeof parseDocument>, path: Path) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), data);
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

function printPath(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

function printValue(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function firstSentence(message: string): string {
  return message.split("\n")[0]?.replace(/ at line \d+.*$/, "") ?? message;
}
