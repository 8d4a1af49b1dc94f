import type { Answer, Certainty } from "./answer.ts";
import { askForDetails, chooseQuestion } from "./choose-question.ts";
import { composeAnswer } from "./compose-answer.ts";
import { decideAction } from "./decide-action.ts";
import { declinePieces } from "./decline.ts";
import { describeAllowlist } from "./describe-allowlist.ts";
import { describeArticles } from "./describe-articles.ts";
import { describeCandidates } from "./describe-candidates.ts";
import { describeFacts } from "./describe-facts.ts";
import { describeNotation } from "./describe-notation.ts";
import { describeObservations } from "./describe-observations.ts";
import { describeRelations } from "./describe-relations.ts";
import { describeScopes } from "./describe-scopes.ts";
import { describeWalks } from "./describe-walks.ts";
import type { Piece } from "./piece.ts";
import type { Situation } from "./situation.ts";

/** Everything that can contribute to an answer; what each says is its own file's business. */
const describers: readonly ((situation: Situation) => Piece[])[] = [
  describeObservations,
  describeNotation,
  describeCandidates,
  describeAllowlist,
  describeScopes,
  describeRelations,
  describeArticles,
  describeWalks,
  describeFacts,
];

/** Decides what to do with a question and composes what is said: the plain answer, complete without a model. */
export function composeFrom(situation: Situation): Answer {
  const { question, reading, knowledge, candidates } = situation;
  const pieces = describers.flatMap((describe) => describe(situation));
  const statements = pieces.filter((piece) => piece.slot === "detail").length;
  const tieBreaker = chooseQuestion(candidates, reading, knowledge);
  const decision = decideAction(question, reading, { statements, asks: tieBreaker !== undefined });
  const common = { decision, certainty: certaintyOf(situation), knowledgeVersion: knowledge.version };
  switch (decision.action) {
    case "silent":
      return composeAnswer({ ...common, pieces: [], ask: undefined });
    case "decline":
      return composeAnswer({ ...common, pieces: declinePieces, ask: undefined });
    case "clarify":
      return composeAnswer({ ...common, pieces, ask: askForDetails(reading) });
    case "answer":
      return composeAnswer({ ...common, pieces, ask: tieBreaker });
  }
}

/** The answer is as sure as its best meaning of the first subject; without one, as sure as documents make it. */
function certaintyOf({ observations, candidates, subjects }: Situation): Certainty {
  if (observations.some(({ result }) => result.status === "found")) return "observed";
  const best = candidates[0]?.[0];
  if (best) return best.certainty;
  return subjects.length > 0 ? "documented" : "likely";
}
