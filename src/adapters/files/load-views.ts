import { applyOverlay, type Overlaid } from "../../core/knowledge/apply-overlay.ts";
import { checkKnowledge } from "../../core/knowledge/check-knowledge.ts";
import type { Knowledge } from "../../core/knowledge/knowledge.ts";
import type { KnowledgeProblem, KnowledgeSubject } from "../../core/knowledge/knowledge-problem.ts";
import { ExplainIpError } from "../../errors.ts";
import type { FileProblem } from "./file-problem.ts";
import { indexParts, isEcho, judgeTexts, type LoadedParts, openFolder } from "./load-knowledge.ts";
import { locateProblem, pathOf } from "./locate-problem.ts";
import { type ParsedFolder, type ParseMemory, parseOverlay } from "./parse-folder.ts";
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
export function loadViews(folders: KnowledgeFolders, today: string, memory: ParseMemory = new Map()): LoadedViews {
  const judged = judgePlaces(openPlaces(folders), today, memory);
  return { ...indexViews(judged), problems: judged.problems };
}

/** The texts of a knowledge folder and of an overlay over it. */
export type Places = { readonly base: Place; readonly own?: Place };
type Place = { readonly folder: string; readonly texts: FolderTexts };

/** What both views are made of; `internal` only where there is an overlay. */
export type ViewParts = { readonly public: LoadedParts; readonly internal?: LoadedParts };

/** Reads the files. Throws ExplainIpError `knowledge-missing`. */
export function openPlaces({ folder, overlay }: KnowledgeFolders): Places {
  const base = { folder, texts: openFolder(folder) };
  return overlay === undefined ? { base } : { base, own: { folder: overlay, texts: openOverlay(overlay) } };
}

/** Parses and judges all of it. */
export function judgePlaces({ base, own }: Places, today: string, memory: ParseMemory) {
  const { parsed, problems } = judgeTexts(base.folder, base.texts, today, memory);
  const parts: ViewParts & { readonly problems: readonly FileProblem[] } = { public: parsed, problems };
  if (own === undefined) return parts;
  const above = layOver(parsed, base, own, today, memory);
  return { ...parts, internal: above.parts, problems: [...problems, ...above.problems] };
}

/** Indexes what both views are made of. */
export function indexViews(parts: ViewParts): Pick<LoadedViews, "public" | "internal"> {
  const open = indexParts(parts.public);
  return { public: open, internal: parts.internal ? indexParts(parts.internal) : open };
}

function openOverlay(folder: string): FolderTexts {
  if (isFolder(folder)) return readFolder(folder);
  const remedy =
    "Give the folder that holds networks.yaml, products/ or articles/ as EXPLAIN_IP_OVERLAY, or leave it unset.";
  throw new ExplainIpError("knowledge-missing", `There is no overlay folder at ${folder}.`, remedy);
}

function layOver(below: ParsedFolder, base: Place, own: Place, today: string, memory: ParseMemory) {
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
  return { parts, problems: [...above.problems, ...missing(own), ...problems] };
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
