import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Article } from "../../core/knowledge/article.ts";
import { checkKnowledge } from "../../core/knowledge/check-knowledge.ts";
import { buildKnowledge, type Knowledge } from "../../core/knowledge/knowledge.ts";
import type { KnowledgeProblem } from "../../core/knowledge/knowledge-problem.ts";
import type { Product } from "../../core/knowledge/product.ts";
import { referencesResolve } from "../../core/knowledge/rules/references-resolve.ts";
import { buildRegistry, type RegistryRow } from "../../core/network/registry.ts";
import { ExplainIpError } from "../../errors.ts";
import { type FileProblem, formatFileProblem } from "./file-problem.ts";
import { locateProblem } from "./locate-problem.ts";
import { productSchema } from "./product-schema.ts";
import { readArticle } from "./read-article.ts";
import { readTextFile } from "./read-text-file.ts";
import { readYaml } from "./read-yaml.ts";
import { registrySchema } from "./registry-schema.ts";
import type { YamlResult } from "./yaml-result.ts";

const manifestSchema = z.strictObject({
  version: z.string({ error: "A version is text; put it in quotes" }).min(1),
  schemaVersion: z.literal(1, { error: "This program reads format 1" }),
});

export type LoadedKnowledge = { readonly knowledge: Knowledge; readonly problems: readonly FileProblem[] };

/**
 * Reads, checks and indexes a knowledge folder. What is sound is loaded; what is not is left out and named in `problems`.
 * Throws ExplainIpError `knowledge-missing` where there is no such folder. `today` is YYYY-MM-DD.
 */
export function loadKnowledge(folder: string, today: string): LoadedKnowledge {
  if (!isFolder(folder)) {
    const remedy = "Give the folder that holds manifest.yaml and products/ as EXPLAIN_IP_KNOWLEDGE, or leave it unset.";
    throw new ExplainIpError("knowledge-missing", `There is no knowledge folder at ${folder}.`, remedy);
  }
  const problems: FileProblem[] = [];
  const read = <T>(sub: string, ending: string, parse: (file: string, text: string) => YamlResult<T>): T[] =>
    filesIn(join(folder, sub), ending).flatMap((path) => take(parse(path, readTextFile(path)), problems));
  const [manifest] = read("", "manifest.yaml", (file, text) => readYaml(file, text, manifestSchema));
  const rows: RegistryRow[] = read("registries", ".yaml", (file, text) => readYaml(file, text, registrySchema)).flat();
  const products: Product[] = read("products", ".yaml", readProduct);
  const articles: Article[] = read("articles", ".md", readNamedArticle);
  problems.push(...missingParts(folder));
  const judged = checkKnowledge({ products, articles, today });
  problems.push(...judged.filter((found) => !isEcho(folder, found)).map((found) => locateProblem(folder, found)));
  const version = manifest?.version ?? "unknown";
  return { knowledge: buildKnowledge({ version, registry: buildRegistry(rows), products, articles }), problems };
}

/** Loads a folder that must be sound; throws ExplainIpError `knowledge-broken` that names every problem. */
export function loadSoundKnowledge(folder: string, today: string): Knowledge {
  const { knowledge, problems } = loadKnowledge(folder, today);
  if (problems.length === 0) return knowledge;
  const list = problems.map((found) => `\n  ${formatFileProblem(found)}`).join("");
  const remedy = "Mend these files; `explain-ip knowledge check` judges them again.";
  throw new ExplainIpError(
    "knowledge-broken",
    `The knowledge in ${folder} has ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}:${list}\n`,
    remedy,
  );
}

function readProduct(file: string, text: string): YamlResult<Product> {
  return requireFileName(file, ".yaml", readYaml(file, text, productSchema));
}

function readNamedArticle(file: string, text: string): YamlResult<Article> {
  return requireFileName(file, ".md", readArticle(file, text));
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

/** A folder without these is most likely another folder, and its emptiness must not pass for knowledge. */
function missingParts(folder: string): FileProblem[] {
  return [
    { file: join(folder, "manifest.yaml"), there: filesIn(folder, "manifest.yaml") },
    { file: join(folder, "registries"), there: filesIn(join(folder, "registries"), ".yaml") },
  ]
    .filter(({ there }) => there.length === 0)
    .map(({ file }) => ({
      file,
      problem: "This part of the knowledge is missing.",
      remedy: "See knowledge/FORMAT.md, or give the right folder as EXPLAIN_IP_KNOWLEDGE.",
    }));
}

/** A reference to a product whose own file is broken: that file's problem is named already. */
function isEcho(folder: string, { rule, value }: KnowledgeProblem): boolean {
  return rule === referencesResolve.name && isFile(join(folder, "products", `${value}.yaml`));
}

function take<T>(result: YamlResult<T>, problems: FileProblem[]): T[] {
  if ("value" in result) return [result.value];
  problems.push(...result.problems);
  return [];
}

function filesIn(folder: string, ending: string): string[] {
  if (!isFolder(folder)) return [];
  const paths = readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
  return paths.filter((path) => path.endsWith(ending) && isFile(path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
