import { join } from "node:path";
import { checkKnowledge } from "../../core/knowledge/check-knowledge.ts";
import { buildKnowledge, type Knowledge } from "../../core/knowledge/knowledge.ts";
import type { KnowledgeProblem } from "../../core/knowledge/knowledge-problem.ts";
import { referencesResolve } from "../../core/knowledge/rules/references-resolve.ts";
import { buildRegistry } from "../../core/network/registry.ts";
import { ExplainIpError } from "../../errors.ts";
import { type FileProblem, formatFileProblem } from "./file-problem.ts";
import { locateProblem } from "./locate-problem.ts";
import { type ParsedFolder, type ParseMemory, parseFolder } from "./parse-folder.ts";
import { type FolderTexts, isFolder, readFolder } from "./read-folder.ts";

export type LoadedKnowledge = { readonly knowledge: Knowledge; readonly problems: readonly FileProblem[] };

/**
 * Reads, checks and indexes a knowledge folder. What is sound is loaded; what is not is left out and named in `problems`.
 * Throws ExplainIpError `knowledge-missing` where there is no such folder. `today` is YYYY-MM-DD.
 */
export function loadKnowledge(folder: string, today: string, memory?: ParseMemory): LoadedKnowledge {
  return loadTexts(folder, openFolder(folder), today, memory);
}

/** Reads the files of a knowledge folder. Throws ExplainIpError `knowledge-missing` where there is no such folder. */
export function openFolder(folder: string): FolderTexts {
  if (isFolder(folder)) return readFolder(folder);
  const remedy = "Give the folder that holds manifest.yaml and products/ as EXPLAIN_IP_KNOWLEDGE, or leave it unset.";
  throw new ExplainIpError("knowledge-missing", `There is no knowledge folder at ${folder}.`, remedy);
}

/** The same for texts that were read already; `folder` is only for naming the files. */
export function loadTexts(folder: string, texts: FolderTexts, today: string, memory?: ParseMemory): LoadedKnowledge {
  const { parsed, problems } = judgeTexts(folder, texts, today, memory);
  return { knowledge: indexParts(parsed), problems };
}

/** Parses and judges, and leaves the indexing to whoever has a use for it. */
export function judgeTexts(folder: string, texts: FolderTexts, today: string, memory?: ParseMemory) {
  const parsed = parseFolder(folder, texts, memory);
  return {
    parsed,
    problems: [...parsed.problems, ...missingParts(folder, texts), ...judge(folder, texts, parsed, today)],
  };
}

/** What is indexed: plain data, which can be kept and read again. */
export type LoadedParts = Pick<ParsedFolder, "version" | "rows" | "products" | "articles">;

/** Indexes what a folder says. */
export function indexParts({ version = "unknown", rows, products, articles }: LoadedParts): Knowledge {
  return buildKnowledge({ version, registry: buildRegistry(rows), products, articles });
}

/** Loads a folder that must be sound; throws ExplainIpError `knowledge-broken` that names every problem. */
export function loadSoundKnowledge(folder: string, today: string): Knowledge {
  const { knowledge, problems } = loadKnowledge(folder, today);
  requireSound(folder, problems);
  return knowledge;
}

/** Throws ExplainIpError `knowledge-broken` that names every problem but those that are only for review. */
export function requireSound(folder: string, problems: readonly FileProblem[]): void {
  const broken = problems.filter(({ onlyForReview }) => !onlyForReview);
  if (broken.length === 0) return;
  const list = broken.map((found) => `\n  ${formatFileProblem(found)}`).join("");
  const remedy = "Mend these files; `explain-ip knowledge check` judges them again.";
  throw new ExplainIpError(
    "knowledge-broken",
    `The knowledge in ${folder} has ${broken.length === 1 ? "1 problem" : `${broken.length} problems`}:${list}\n`,
    remedy,
  );
}

function judge(folder: string, texts: FolderTexts, parsed: ParsedFolder, today: string): FileProblem[] {
  return checkKnowledge({ ...parsed, today }, parsed.exceptions)
    .filter((found) => !isEcho(texts, found))
    .map((found) => locateProblem(folder, texts, found));
}

/** A folder without these is most likely another folder, and its emptiness must not pass for knowledge. */
function missingParts(folder: string, texts: FolderTexts): FileProblem[] {
  return ["manifest.yaml", "registries"]
    .filter((part) => ![...texts.keys()].some((path) => path.startsWith(part)))
    .map((part) => ({
      file: join(folder, part),
      problem: "This part of the knowledge is missing.",
      remedy: "See knowledge/FORMAT.md, or give the right folder as EXPLAIN_IP_KNOWLEDGE.",
    }));
}

/** A reference to a product whose own file is broken: that file's problem is named already. */
export function isEcho(texts: FolderTexts, { rule, value }: KnowledgeProblem): boolean {
  return rule === referencesResolve.name && texts.has(`products/${value}.yaml`);
}
