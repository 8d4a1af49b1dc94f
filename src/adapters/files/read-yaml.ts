import { CORE_SCHEMA, load } from "js-yaml";
import type { z } from "zod";
import { explainYaml } from "./explain-yaml.ts";
import type { YamlResult } from "./yaml-result.ts";

/**
 * Reads YAML 1.2 text into the shape of `schema`, or names everything that is wrong with it at once, each with its line.
 * `firstLine` is the line of the file at which `text` begins, for a document inside another one.
 *
 * Two parsers on purpose: js-yaml takes a third of the time, which is felt at every start; `yaml` knows where each value
 * stands, which is needed only for a file that is wrong.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, firstLine = 1): YamlResult<T> {
  const result = schema.safeParse(parseQuickly(text));
  return result.success ? { value: result.data } : explainYaml(file, text, schema, firstLine);
}

function parseQuickly(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}
