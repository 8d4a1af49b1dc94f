import type { Explanation } from "./answer-question.ts";
import { toEntityNames } from "./contract/entity-names.ts";
import { type ExplainRequest, toQuestion } from "./contract/explain-request.ts";
import type { Question } from "./core/question/question.ts";

/** Who is behind a request of the JSON contract. */
export type Asker = { readonly surface: Question["origin"]["surface"]; readonly audience: Question["audience"] };

/** Turns what answers questions into what answers requests of the JSON contract, for one kind of asker. */
export function answerRequestsOf({ surface, audience }: Asker, explain: (question: Question) => Promise<Explanation>) {
  return async (request: ExplainRequest) => {
    const origin = { surface, place: {} };
    const { answer, reading } = await explain(
      toQuestion(request, { origin, audience, askedAt: new Date().toISOString() }),
    );
    const products = reading.products.map(({ product }) => product);
    return { answer, entities: toEntityNames(reading.entities, products) };
  };
}
