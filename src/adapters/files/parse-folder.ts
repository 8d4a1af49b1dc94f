import { basename, join } from "node:path";
import { z } from "zod";
import type { Article } from "../../core/knowledge/article.ts";
import type { KnowledgeException } from "../../core/knowledge/knowledge-exception.ts";
import type { Product } from "../../core/knowledge/product.ts";
import type { RegistryRow } from "../../core/network/registry.ts";
import { exceptionsSchema } from "./exceptions-schema.ts";
import type { FileProblem } from "./file-problem.ts";
import { networksSchema } from "./networks-schema.ts";
import { overlayProductSchema, productSchema } from "./product-schema.ts";
import { readArticle } from "./read-article.ts";
import type { FolderTexts } from "./read-folder.ts";
import { readYaml } from "./read-yaml.ts";
import { registrySchema } from "./registry-schema.ts";
import type { YamlResult } from "./yaml-result.ts";

const manifestSchema = z.strictObject({
  version: z.string({ error: "A version is text; put it in quotes" }).min(1),
  schemaVersion: z.literal(1, { error: "This program reads format 1" }),
});

/** What came of each file the last time it was read, by path: a file whose text is the same is not parsed again. */
export type ParseMemory = Map<string, { readonly text: string; readonly result: YamlResult<unknown> }>;

/** What a knowledge folder says, not yet judged by the rules; what has no right shape is left out and named. */
export type ParsedFolder = {
  readonly version?: string;
  readonly rows: readonly RegistryRow[];
  readonly products: readonly Product[];
  readonly articles: readonly Article[];
  readonly exceptions: readonly KnowledgeException[];
  readonly problems: readonly FileProblem[];
};

/** Parses the texts of a knowledge folder. `folder` is only for naming the files. */
export function parseFolder(folder: string, texts: FolderTexts, memory: ParseMemory = new Map()): ParsedFolder {
  const problems: FileProblem[] = [];
  const read = readerOf({ folder, texts, memory, problems });
  const [manifest] = read("manifest.yaml", (file, text) => readYaml(file, text, manifestSchema));
  return {
    ...(manifest ? { version: manifest.version } : {}),
    exceptions: read("exceptions.yaml", (file, text) => readYaml(file, text, exceptionsSchema)).flat(),
    rows: read("registries/", (file, text) => readYaml(file, text, registrySchema)).flat(),
    products: read("products/", (file, text) => requireFileName(file, ".yaml", readYaml(file, text, productSchema))),
    articles: read("articles/", (file, text) => requireFileName(file, ".md", readArticle(file, text))),
    problems,
  };
}

/** Parses the texts of an organisation's overlay: all that it says is private. */
export function parseOverlay(
  folder: string,
  texts: FolderTexts,
  memory: ParseMemory = new Map(),
): Omit<ParsedFolder, "version" | "rows"> {
  const problems: FileProblem[] = [];
  const read = readerOf({ folder, texts, memory, problems });
  const readProduct = (file: string, text: string) => readYaml(file, text, overlayProductSchema);
  const articles = read("articles/", (file, text) => requireFileName(file, ".md", readArticle(file, text)));
  return {
    exceptions: read("exceptions.yaml", (file, text) => readYaml(file, text, exceptionsSchema)).flat(),
    products: [
      ...read("networks.yaml", (file, text) => readYaml(file, text, networksSchema)),
      ...read("products/", (file, text) => requireFileName(file, ".yaml", readProduct(file, text))),
    ],
    articles: articles.map((article) => ({ ...article, visibility: "private" })),
    problems,
  };
}

type Reading = {
  readonly folder: string;
  readonly texts: FolderTexts;
  readonly memory: ParseMemory;
  readonly problems: FileProblem[];
};

/** Reads each file below `prefix`; the problems of those that cannot be read are added to the reading's. */
function readerOf({ folder, texts, memory, problems }: Reading) {
  return <T>(prefix: string, parse: (file: string, text: string) => YamlResult<T>): T[] =>
    [...texts]
      .filter(([path]) => path.startsWith(prefix))
      .flatMap(([path, text]) => {
        const result = remember(memory, join(folder, path), text, parse);
        if ("value" in result) return [result.value];
        problems.push(...result.problems);
        return [];
      });
}

/** A memory belongs to one way of reading: the same path is always parsed by the same function. */
function remember<T>(
  memory: ParseMemory,
  file: string,
  text: string,
  parse: (file: string, text: string) => YamlResult<T>,
): YamlResult<T> {
  const known = memory.get(file);
  if (known?.text === text) return known.result as YamlResult<T>;
  const result = parse(file, text);
  memory.set(file, { text, result });
  return result;
}

function requireFileName<T extends { readonly id: string }>(
  file: string,
  ending: string,
  result: YamlResult<T>,
): YamlResult<T> {
  if ("problems" in result || `${result.value.id}${ending}` === basename(file)) return result;
  const { id } = result.value;
  const problem = "The file is not named after the id in it.";
  return { problems: [{ file, line: 1, where: "id", value: id, problem, remedy: `Name it ${id}${ending}.` }] };
}
