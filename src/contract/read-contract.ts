import type { z } from "zod";
import { ExplainIpError } from "../errors.ts";

const LONGEST_SHOWN = 60;

/** Holds data against a schema; throws ExplainIpError `bad-input` that names every issue at once, with what stands in its place. */
export function readContract<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => {
    const where = issue.path.join(".") || "the object";
    return `${where}: ${issue.message}, not ${show(valueAt(data, issue.path))}`;
  });
  throw new ExplainIpError("bad-input", `${issues.join("; ")}.`, "The JSON Schema in schema/ describes what is taken.");
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), data);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  const text = value === undefined ? "left out" : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
