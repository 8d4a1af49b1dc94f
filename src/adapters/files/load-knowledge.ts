import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Article } from "../../core/knowledge/article.ts";
import { checkKnowledge } from "../../core/knowledge/check-knowledge.ts";
import { buildKnowledge, type Knowledge } from "../../core/knowledge/knowledge.ts";
import type { KnowledgeProblem } from "../../core/knowledge/knowledge-problem.ts";
import type { Product } from "../../core/knowledge/product.ts";
import { buildRegistry, type RegistryRow } from "../../core/network/registry.ts";
import { ExplainIpError } from "../../errors.ts";
import { type FileProblem, formatFileProblem } from "./file-problem.ts";
import { productSchema } from "./product-schema.ts";
import { readArticle } from "./read-article.ts";
import { readYaml, type YamlResult } from "./read-yaml.ts";
import { registrySchema } from "./registry-schema.ts";

const manifestSchema = z.strictObject({
  version: z.union([z.string(), z.number()]).transform(String),
  schemaVersion: z.literal(1),
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
    filesIn(join(folder, sub), ending).flatMap((path) => take(parse(path, readFileSync(path, "utf8")), problems));
  const [manifest] = read("", "manifest.yaml", (file, text) => readYaml(file, text, manifestSchema));
  const rows: RegistryRow[] = read("registries", ".yaml", (file, text) => readYaml(file, text, registrySchema)).flat();
  const products: Product[] = read("products", ".yaml", readProduct);
  const articles: Article[] = read("articles", ".md", readArticle);
  problems.push(...checkKnowledge({ products, articles, today }).map((found) => toFileProblem(folder, found)));
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
    `The knowledge in ${folder} has ${problems.length} problems:${list}\n`,
    remedy,
  );
}

function readProduct(file: string, text: string): YamlResult<Product> {
  const result = readYaml(file, text, productSchema);
  if ("problems" in result || `${result.value.id}.yaml` === basename(file)) return result;
  const problem = "The file is not named after the product's id.";
  return {
    problems: [
      { file, line: 1, where: "id", value: result.value.id, problem, remedy: `Name it ${result.value.id}.yaml.` },
    ],
  };
}

function take<T>(result: YamlResult<T>, problems: FileProblem[]): T[] {
  if ("value" in result) return [result.value];
  problems.push(...result.problems);
  return [];
}

function filesIn(folder: string, ending: string): string[] {
  if (!isFolder(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.toSorted().map((name) => join(folder, name));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function toFileProblem(folder: string, { subject, rule, ...found }: KnowledgeProblem): FileProblem {
  const file = subject.kind === "product" ? `products/${subject.id}.yaml` : `articles/${subject.id}.md`;
  const where = subject.fact ? `${subject.fact} [${rule}]` : `[${rule}]`;
  return { file: join(folder, file), where, ...found };
}
