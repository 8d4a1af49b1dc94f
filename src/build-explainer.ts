import { join } from "node:path";
import { formatFileProblem } from "./adapters/files/file-problem.ts";
import { loadKnowledge, loadSoundKnowledge } from "./adapters/files/load-knowledge.ts";
import { answerQuestion, type Explanation, type World } from "./answer-question.ts";
import type { Config } from "./config.ts";
import type { Knowledge } from "./core/knowledge/knowledge.ts";
import type { Question } from "./core/question/question.ts";
import { buildProductLexicon, type ProductLexicon } from "./core/question/recognise-products.ts";
import { ExplainIpError } from "./errors.ts";
import type { Log } from "./jobs/log.ts";

/** A question in, its explanation out; with whatever cluster and model the configuration names. */
export type Explainer = {
  readonly knowledge: Knowledge;
  readonly lexicon: ProductLexicon;
  readonly explain: (question: Question) => Promise<Explanation>;
};

const shipped = (folder: string) => join(import.meta.dirname, "..", folder);

/** The knowledge folder in use: the one given, else the one that ships. */
export function knowledgeFolderOf(config: Config): string {
  return config.knowledgeFolder ?? shipped("knowledge");
}

/** Loads the knowledge with what is wrong with it, for those who judge it. */
export function reviewKnowledge(config: Config, folder = knowledgeFolderOf(config)) {
  const { knowledge, problems } = loadKnowledge(folder, today());
  return { knowledge, problems: problems.map(formatFileProblem) };
}

/** Loads the knowledge and connects what the configuration names. Throws ExplainIpError for broken knowledge. */
export async function buildExplainer(config: Config, log: Log): Promise<Explainer> {
  const knowledge = loadSoundKnowledge(knowledgeFolderOf(config), today());
  const lexicon = buildProductLexicon(namesOf(knowledge));
  const world: World = { knowledge, lexicon, ...(await connectCluster(config)), ...(await connectModel(config, log)) };
  return {
    knowledge,
    lexicon,
    explain: async (question) => {
      requireKnownProduct(question.product, knowledge);
      return answerQuestion(question, world);
    },
  };
}

function requireKnownProduct(product: string | undefined, knowledge: Knowledge): void {
  if (product === undefined || knowledge.products.has(product)) return;
  const remedy = `Use one of ${[...knowledge.products.keys()].join(", ")}.`;
  throw new ExplainIpError("bad-input", `There is no product "${product}".`, remedy);
}

function namesOf(knowledge: Knowledge) {
  return [...knowledge.products.values()].flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((phrase) => ({ phrase, product: id })),
  );
}

async function connectCluster({ cluster }: Config): Promise<Pick<World, "lookUpCluster">> {
  if (!cluster) return {};
  const { createClusterLookup } = await import("./adapters/kubernetes/create-cluster-lookup.ts");
  return { lookUpCluster: createClusterLookup({ ...cluster, now: () => new Date() }) };
}

async function connectModel({ model }: Config, log: Log): Promise<Pick<World, "rephrase">> {
  if (!model) return {};
  const { createRephrase } = await import("./adapters/model/create-rephrase.ts");
  const { readPrompt } = await import("./adapters/files/read-prompt.ts");
  const { name, ...endpoint } = model;
  const prompt = readPrompt(join(shipped("prompts"), "rephrase-answer.md"));
  return { rephrase: createRephrase({ ...endpoint, model: name, prompt, log }) };
}

/** The day as YYYY-MM-DD, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
