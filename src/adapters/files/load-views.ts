import { applyOverlay, type Overlaid } from "../../core/knowledge/apply-overlay.ts";
import { checkKnowledge } from "../../core/knowledge/check-knowledge.ts";
import type { Knowledge } from "../../core/knowledge/knowledge.ts";
import type { KnowledgeProblem, KnowledgeSubject } from "../../core/knowledge/knowledge-problem.ts";
import { ExplainIpError } from "../../errors.ts";
import type { FileProblem } from "./file-problem.ts";
import { indexParts, isEcho, loadTexts, openFolder } from "./load-knowledge.ts";
import { locateProblem, pathOf } from "./locate-problem.ts";
import { type ParseMemory, parseFolder, parseOverlay } from "./parse-folder.ts";
import { type FolderTexts, isFolder, readFolder } from "./read-folder.ts";

/** The knowledge without and with an organisation's overlay; the same one where there is none. */
export type LoadedViews = {
  readonly public: Knowledge;
  readonly internal: Knowledge;
  readonly problems: readonly FileProblem[];
};

export type KnowledgeFolders = { readonly folder: string; readonly overlay?: string };

/**
 * Loads a knowledge folder and, over it, an overlay, both judged by the same rules. Throws ExplainIpError
 * `knowledge-missing` where one of them is not there. `today` is YYYY-MM-DD.
 */
export function loadViews(
  { folder, overlay }: KnowledgeFolders,
  today: string,
  memory: ParseMemory = new Map(),
): LoadedViews {
  const base: Place = { folder, texts: openFolder(folder) };
  const { knowledge, problems } = loadTexts(folder, base.texts, today, memory);
  if (overlay === undefined) return { public: knowledge, internal: knowledge, problems };
  const own = layOver(base, { folder: overlay, texts: openOverlay(overlay) }, today, memory);
  return { public: knowledge, internal: own.knowledge, problems: [...problems, ...own.problems] };
}

type Place = { readonly folder: string; readonly texts: FolderTexts };

function openOverlay(folder: string): FolderTexts {
  if (isFolder(folder)) return readFolder(folder);
  const remedy =
    "Give the folder that holds networks.yaml, products/ or articles/ as EXPLAIN_IP_OVERLAY, or leave it unset.";
  throw new ExplainIpError("knowledge-missing", `There is no overlay folder at ${folder}.`, remedy);
}

function layOver(base: Place, own: Place, today: string, memory: ParseMemory) {
  const below = parseFolder(base.folder, base.texts, memory);
  const above = parseOverlay(own.folder, own.texts, memory);
  const overlaid = applyOverlay(below.products, above.products);
  const parts = { ...below, products: overlaid.products, articles: [...below.articles, ...above.articles] };
  const known = new Set(checkKnowledge({ ...below, today }, below.exceptions).map(nameFinding));
  const judged = checkKnowledge({ ...parts, today }, [...below.exceptions, ...above.exceptions]);
  const exceptions = new Set(above.exceptions.map(({ subject }) => subject));
  const found = judged
    .filter(
      (problem) => !known.has(nameFinding(problem)) && !isEcho(base.texts, problem) && !isEcho(own.texts, problem),
    )
    // What the overlay replaces may take away the reason of a public exception; that is no fault of either.
    .filter(({ subject }) => subject.kind !== "exception" || exceptions.has(subject.id));
  const problems = found.map((problem) => locate(problem, base, own, overlaid));
  return { knowledge: indexParts(parts), problems: [...above.problems, ...missing(own), ...problems] };
}

/** An empty overlay is most likely another folder. */
function missing({ folder, texts }: Place): FileProblem[] {
  if (texts.size > 0) return [];
  const remedy = "See knowledge/FORMAT.md, or give the right folder as EXPLAIN_IP_OVERLAY.";
  return [{ file: folder, problem: "There is nothing in this overlay.", remedy }];
}

function nameFinding({ rule, subject, problem, value }: KnowledgeProblem): string {
  return JSON.stringify([rule, subject, problem, value]);
}

/** What an overlay has to do with is mended in the overlay. */
function locate(problem: KnowledgeProblem, base: Place, own: Place, { replaced }: Overlaid): FileProblem {
  const subject = asWritten(problem.subject, replaced);
  const isOwn = own.texts.has(pathOf(subject));
  return isOwn
    ? locateProblem(own.folder, own.texts, { ...problem, subject })
    : locateProblem(base.folder, base.texts, problem);
}

function asWritten(subject: KnowledgeSubject, replaced: Overlaid["replaced"]): KnowledgeSubject {
  const own = subject.fact === undefined ? undefined : replaced.get(subject.fact);
  return own ? { kind: "product", id: own.product, fact: own.id } : subject;
}
