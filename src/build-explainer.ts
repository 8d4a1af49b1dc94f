import { join } from "node:path";
import { formatFileProblem } from "./adapters/files/file-problem.ts";
import { loadSoundViews } from "./adapters/files/load-sound-views.ts";
import { type KnowledgeFolders, type LoadedViews, loadViews } from "./adapters/files/load-views.ts";
import type { ParseMemory } from "./adapters/files/parse-folder.ts";
import { answerQuestion, type Explanation, viewFor, type World } from "./answer-question.ts";
import type { Config } from "./config.ts";
import { connectModel } from "./connect-model.ts";
import type { Knowledge } from "./core/knowledge/knowledge.ts";
import { buildView, type KnowledgeViews } from "./core/knowledge/knowledge-view.ts";
import type { Question } from "./core/question/question.ts";
import { ExplainIpError } from "./errors.ts";
import type { Log } from "./jobs/log.ts";
import type { Outside } from "./record-outside.ts";

/** A question in, its explanation out; with whatever cluster and model the configuration names. */
export type Explainer = {
  /** The knowledge in use now: a reload puts another in its place. */
  readonly views: () => KnowledgeViews;
  readonly explain: (question: Question) => Promise<Explanation>;
  /** Takes the folders as they are now. Throws ExplainIpError for broken knowledge, and keeps what it had. */
  readonly reload: () => void;
};

const shipped = (folder: string) => join(import.meta.dirname, "..", folder);

/** The golden questions of this repository; a place that holds only the program has none. */
export const goldenFolder = shipped(join("test", "golden"));

/** The knowledge folder in use: the one given, else the one that ships. */
export function knowledgeFolderOf(config: Config): string {
  return config.knowledgeFolder ?? shipped("knowledge");
}

/** The folders that knowledge is taken from: the shipped or given one, and the overlay where there is one. */
export function knowledgeFoldersOf(config: Config): KnowledgeFolders {
  const folder = knowledgeFolderOf(config);
  return config.overlayFolder === undefined ? { folder } : { folder, overlay: config.overlayFolder };
}

/**
 * Loads the knowledge with what is wrong with it, for those who judge it and may see all of it; with the folder given,
 * that one alone.
 */
export function reviewKnowledge(config: Config, folder?: string) {
  const folders = folder === undefined ? knowledgeFoldersOf(config) : { folder };
  const { internal, problems } = loadViews(folders, today());
  const isSound = problems.every(({ onlyForReview }) => onlyForReview);
  return { knowledge: internal, problems: problems.map(formatFileProblem), isSound };
}

/** Loads the knowledge for a command that stands on all of it. Throws ExplainIpError for broken knowledge, as answering does. */
export function requireKnowledge(config: Config): Knowledge {
  return loadSoundViews(knowledgeFoldersOf(config), today(), new Map(), config.dataFolder).internal;
}

/**
 * Loads the knowledge and connects what the configuration names; `around` may stand between the explainer and the outside.
 * Throws ExplainIpError for broken knowledge.
 */
export async function buildExplainer(
  config: Config,
  log: Log,
  around: (outside: Outside) => Outside = (outside) => outside,
): Promise<Explainer> {
  const folders = knowledgeFoldersOf(config);
  const memory: ParseMemory = new Map();
  const load = () => toViews(loadSoundViews(folders, today(), memory, config.dataFolder));
  let views = load();
  const outside = around({
    ...(await connectCluster(config)),
    ...(await connectModel(config, views.public.knowledge.registry, log)),
  });
  return {
    views: () => views,
    reload: () => {
      views = load();
    },
    explain: async (question) => {
      const world: World = { ...views.public, internal: views.internal, ...outside };
      requireKnownProduct(question.product, viewFor(question.audience, world).knowledge);
      return answerQuestion(question, world);
    },
  };
}

/** Everything is built before anything is put in place: a question meets the old knowledge or the new, never a mixture. */
function toViews(loaded: Pick<LoadedViews, "public" | "internal">): KnowledgeViews {
  const open = buildView(loaded.public);
  return { public: open, internal: loaded.internal === loaded.public ? open : buildView(loaded.internal) };
}

function requireKnownProduct(product: string | undefined, knowledge: Knowledge): void {
  if (product === undefined || knowledge.products.has(product)) return;
  const remedy = `Use one of ${[...knowledge.products.keys()].join(", ")}.`;
  throw new ExplainIpError("bad-input", `There is no product "${product}".`, remedy);
}

async function connectCluster({ cluster }: Config): Promise<Pick<World, "lookUpCluster">> {
  if (!cluster) return {};
  const { createClusterLookup } = await import("./adapters/kubernetes/create-cluster-lookup.ts");
  return { lookUpCluster: createClusterLookup({ ...cluster, now: () => new Date() }) };
}

/** The day as YYYY-MM-DD, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
