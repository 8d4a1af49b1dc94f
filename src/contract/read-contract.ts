import type { z } from "zod";
import { ExplainIpError } from "../errors.ts";

/** Holds data against a schema; throws ExplainIpError `bad-input` that names every issue at once. */
export function readContract<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join(".") || "the object"}: ${issue.message}`);
  throw new ExplainIpError("bad-input", `${issues.join("; ")}.`, "The JSON Schema in schema/ describes what is taken.");
}
