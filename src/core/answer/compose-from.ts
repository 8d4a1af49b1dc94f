import { withAdvice } from "./advise/with-advice.ts";
import type { Answer, Certainty, ClarifyingQuestion } from "./answer.ts";
import { isToThePoint } from "./choose-pieces.ts";
import { askForDetails, askForRanges, askWhereItFails, chooseQuestion, lacksDetails } from "./choose-question.ts";
import { composeAnswer } from "./compose-answer.ts";
import { decideAction } from "./decide-action.ts";
import { declinePieces } from "./describe/decline.ts";
import { asksWhose } from "./describe/meanings/describe-candidates.ts";
import { drawFlow } from "./draw-flow.ts";
import { gatherPieces } from "./gather-pieces.ts";
import type { Piece } from "./piece.ts";
import type { Situation } from "./select/situation.ts";

/** Decides what to do with a question and composes what is said: the plain answer, complete without a model. */
export function composeFrom(situation: Situation): Answer {
  const { question, reading, knowledge } = situation;
  const pieces = withAdvice(situation, gatherPieces(situation));
  const statements = pieces.filter((piece) => piece.slot === "detail" && isToThePoint(piece)).length;
  const isVague = lacksDetails(reading) && !pieces.some(answersOutright);
  const ask = isVague
    ? askForDetails(reading)
    : (askBack(situation) ?? askForRanges(reading) ?? askWhereItFails(reading, knowledge));
  const decision = decideAction(question, reading, { statements, lacksDetails: isVague });
  const common = {
    decision,
    certainty: certaintyOf(situation),
    knowledgeVersion: knowledge.version,
  };
  switch (decision.action) {
    case "silent":
      return composeAnswer({ ...common, certainty: null, pieces: [], ask: undefined });
    case "decline":
      return composeAnswer({ ...common, certainty: null, pieces: declinePieces, ask: undefined });
    case "clarify":
      return composeAnswer({ ...common, pieces, ask: askForDetails(reading) });
    case "answer":
      return composeAnswer({ ...common, pieces, ask, drawing: drawFlow(situation) });
  }
}

/** Something fits so well that the question cannot be as vague as its words. */
function answersOutright({ slot, priority }: Piece): boolean {
  return slot === "detail" && priority < 10;
}

/** The question that decides between several meanings. */
function askBack(situation: Situation): ClarifyingQuestion | undefined {
  const { reading, candidates, knowledge } = situation;
  return asksWhose(situation) ? chooseQuestion(candidates, reading, knowledge) : undefined;
}

/** Seen live; or said by a product, a registry or arithmetic; or, where only a list of products fits, merely possible. */
function certaintyOf(situation: Situation): Certainty {
  const { observations, candidates } = situation;
  if (observations.some(({ result }) => result.status === "found")) return "observed";
  const best = candidates[0]?.[0];
  return best?.certainty === "possible" && asksWhose(situation) ? "possible" : "documented";
}
