import { z } from "zod";

/** What the model is asked to answer with: one string for each statement, in their order. */
const wordingSchema = z.object({ statements: z.array(z.string()) });

/** The same as structured output, for the endpoints that can hold a model to a JSON Schema. */
export const wordingResponseFormat = {
  type: "json_schema" as const,
  json_schema: {
    name: "wording",
    strict: true,
    schema: {
      type: "object",
      properties: { statements: { type: "array", items: { type: "string" } } },
      required: ["statements"],
      additionalProperties: false,
    },
  },
};

export type ParsedWording = { readonly texts: readonly string[] } | { readonly problem: string };

/** Reads the model's text. What stands around the JSON (a fence, a remark, a train of thought) is passed over. */
export function parseWording(content: string, count: number): ParsedWording {
  const parsed = wordingSchema.safeParse(parseJson(content) ?? parseJson(objectIn(content)));
  if (!parsed.success) return { problem: "the model did not answer in the form it was asked for" };
  const { statements } = parsed.data;
  if (statements.length === count) return { texts: statements };
  return { problem: `the model gave ${statements.length} statements for ${count}` };
}

function objectIn(content: string): string {
  const [last] = [...content.matchAll(/\{\s*"statements"/g)].slice(-1);
  return content.slice(last?.index ?? 0, content.lastIndexOf("}") + 1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
