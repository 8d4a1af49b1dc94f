import type { ClusterLookup, LookupResult } from "../../evidence/cluster-lookup.ts";
import type { FlowKind } from "../../knowledge/flow.ts";
import { factsInForce, type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import type { Walk } from "../../path/walk.ts";
import { walkFlow } from "../../path/walk.ts";
import type { Question } from "../../question/question.ts";
import type { Reading } from "../../question/reading.ts";
import { speaksOfCluster } from "../../question/speaks-of-cluster.ts";
import type { Topic } from "../../question/topic.ts";
import type { Candidate } from "./candidate.ts";
import { classifySubjects } from "./classify-subjects.ts";
import { rankCandidates } from "./rank-candidates.ts";
import { selectArticles } from "./select-articles.ts";
import { selectFacts } from "./select-facts.ts";
import { selectTellingFacts } from "./select-telling-facts.ts";
import type { Situation } from "./situation.ts";

/** Brings together all that bears on a question. `knowledge` is the view that its audience may see. */
export function assembleSituation(
  question: Question,
  reading: Reading,
  knowledge: Knowledge,
  lookups: readonly ClusterLookup[],
  results: readonly LookupResult[],
): Situation {
  const subjects = classifySubjects(reading.subjects, knowledge.registry);
  const candidates = subjects.map(({ subject }) => rankCandidates(subject, knowledge, reading.products));
  const products = reading.products.flatMap(({ product }) => withFoundations(knowledge, product).map(({ id }) => id));
  const context = {
    reading,
    // What stands first is what the question is about; later addresses are often only circumstances.
    scopes: new Set(subjects.slice(0, 2).map(({ verdict }) => verdict.scope)),
    roles: new Set(candidates.flatMap((ranked) => ranked.map(({ range }) => range.role))),
    products: new Set(speaksOfCluster(reading) ? [...products, "kubernetes"] : products),
  };
  return {
    question,
    reading,
    knowledge,
    subjects,
    candidates,
    facts: selectFacts(reading, knowledge),
    tellingFacts: selectTellingFacts(reading, knowledge),
    articles: selectArticles(knowledge, context),
    walks: walksAskedFor(reading, knowledge, candidates),
    observations: lookups.flatMap((lookup, i) => {
      const result = results[i];
      return result ? [{ lookup, result }] : [];
    }),
  };
}

const flowOf: Partial<Readonly<Record<Topic, FlowKind>>> = {
  "why-source": "pod-to-service",
  "how-it-works": "pod-to-service",
  "allow-outbound": "pod-to-internet",
};

/** Follows the flows that the topics speak of, under the facts of the first product named, or of plain Kubernetes. */
function walksAskedFor(reading: Reading, knowledge: Knowledge, candidates: readonly (readonly Candidate[])[]): Walk[] {
  const topics = reading.topics.map(({ topic }) => topic);
  // A client from outside does not come by way of a pod, and what is known to be no pod needs no walk from one.
  if (topics.includes("client-address-lost") || isKnownOtherwise(candidates[0]?.[0])) return [];
  const place = reading.products[0]?.product ?? (speaksOfCluster(reading) ? "kubernetes" : undefined);
  if (place === undefined) return [];
  const facts = factsInForce(knowledge, place);
  return [...new Set(topics.flatMap((topic) => flowOf[topic] ?? []))].flatMap((flow) => walkFlow(flow, facts) ?? []);
}

function isKnownOtherwise(best: Candidate | undefined): boolean {
  return best?.certainty === "documented" && best.range.role !== "pod" && best.range.role !== "service";
}
