import type { Answer } from "./core/answer/answer.ts";
import { composeFrom } from "./core/answer/compose-from.ts";
import type { Rephrase } from "./core/answer/rephrase/accept-rephrasing.ts";
import { acceptWording } from "./core/answer/rephrase/accept-wording.ts";
import { guessLanguage } from "./core/answer/rephrase/guess-language.ts";
import { assembleSituation } from "./core/answer/select/assemble-situation.ts";
import { keepVerified } from "./core/answer/verify/verify-answer.ts";
import type { LookUpCluster } from "./core/evidence/cluster-lookup.ts";
import { mayUse } from "./core/evidence/data-scope.ts";
import { planLookups } from "./core/evidence/plan-lookups.ts";
import type { KnowledgeView } from "./core/knowledge/knowledge-view.ts";
import type { Audience } from "./core/question/audience.ts";
import type { Question } from "./core/question/question.ts";
import { readQuestion } from "./core/question/read-question.ts";
import type { Reading } from "./core/question/reading.ts";
import { mentionProducts } from "./core/question/recognise-products.ts";

/** What the pipeline needs of the world. Without a cluster and without a model it is complete. */
export type World = KnowledgeView & {
  /** The same knowledge with an organisation's overlay, for its own people. */
  readonly internal?: KnowledgeView;
  readonly lookUpCluster?: LookUpCluster;
  readonly rephrase?: Rephrase;
};

/** An answer and what was understood of the question. */
export type Explanation = { readonly answer: Answer; readonly reading: Reading };

/**
 * The whole way from a question to its answer: read, look up, assemble what is known, compose, verify, perhaps rephrase.
 * Never rejects for what the outside does: a cluster or a model that fails is an ordinary result.
 */
export async function answerQuestion(question: Question, world: World): Promise<Explanation> {
  const { knowledge, lexicon } = viewFor(question.audience, world);
  const reading = readQuestion(question, lexicon);
  const lookups = planLookups(reading, question.audience);
  const results = world.lookUpCluster && lookups.length > 0 ? await world.lookUpCluster(lookups) : [];
  const situation = assembleSituation(question, reading, knowledge, lookups, results);
  const plain = keepVerified(composeFrom(situation), question.audience);
  if (!world.rephrase || plain.action !== "answer" || holdsPrivateData(plain)) return { answer: plain, reading };
  const result = await world.rephrase(plain, guessLanguage(question.text));
  const productsIn = (text: string) => mentionProducts(text, lexicon).map(({ value }) => value);
  return { answer: acceptWording(plain, result, question.audience, productsIn), reading };
}

/** What a cluster or an overlay said stays here: a model is an outside service, and names of pods and networks are none of its business. */
function holdsPrivateData(answer: Answer): boolean {
  return answer.evidence.some(({ kind, isPrivate }) => kind === "lookup" || isPrivate);
}

/** The knowledge that this audience may see: a reply to others is composed without the overlay, not cleaned of it. */
export function viewFor(audience: Audience, world: Pick<World, "knowledge" | "lexicon" | "internal">): KnowledgeView {
  return world.internal && mayUse(audience, "private-overlay") ? world.internal : world;
}
